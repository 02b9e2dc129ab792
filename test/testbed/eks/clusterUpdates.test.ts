import type { EC2 } from '@aws-sdk/client-ec2';
import type { EKS, UpdateClusterConfigRequest } from '@aws-sdk/client-eks';
import { onTestbed } from '../onTestbed';
import {
  SEEN_SECONDS,
  createCluster,
  createSubnets,
  describe as read,
  eks,
  finished,
  NAME,
} from './smallCluster';

onTestbed('an update of a cluster', ready => {
  let client: EKS;
  let ec2: EC2;
  let subnetIds: string[];

  beforeEach(async () => {
    client = await eks(ready().testbed);
    ec2 = ready().ledger;
    subnetIds = await createSubnets(ec2);
    await createCluster(client, subnetIds.slice(0, 2), '1.34');
  });

  const configure = (request: Omit<UpdateClusterConfigRequest, 'name'>) =>
    client.updateClusterConfig({ name: NAME, ...request });

  it('takes its time, and is in force when it is successful', async () => {
    await ready().testbed.settings({ durations: { update: SEEN_SECONDS } });
    const { update } = await configure({
      resourcesVpcConfig: {
        endpointPrivateAccess: true,
        publicAccessCidrs: ['203.0.113.7/32'],
      },
    });
    expect(update).toMatchObject({
      status: 'InProgress',
      type: 'EndpointAccessUpdate',
    });
    expect(await read(client)).toMatchObject({
      status: 'UPDATING',
      resourcesVpcConfig: { publicAccessCidrs: ['0.0.0.0/0'] },
    });
    expect(await finished(client, update)).toMatchObject({
      status: 'Successful',
    });
    expect(await read(client)).toMatchObject({
      status: 'ACTIVE',
      resourcesVpcConfig: {
        endpointPublicAccess: true,
        endpointPrivateAccess: true,
        publicAccessCidrs: ['203.0.113.7/32'],
      },
    });
  });

  it('is refused while another one runs', async () => {
    await ready().testbed.settings({ durations: { update: SEEN_SECONDS } });
    const { update } = await client.updateClusterVersion({
      name: NAME,
      version: '1.35',
    });
    await expect(
      configure({ upgradePolicy: { supportType: 'STANDARD' } }),
    ).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: `Cannot UpgradePolicyUpdate because cluster ${NAME} currently has update ${update?.id} in progress`,
    });
  });

  it('fails with the reason that the test gives, and changes nothing', async () => {
    await ready().testbed.settings({
      failures: [{ resource: 'update', reason: 'no addresses left' }],
    });
    const { update } = await client.updateClusterVersion({
      name: NAME,
      version: '1.35',
    });
    expect(await finished(client, update)).toMatchObject({
      status: 'Failed',
      errors: [{ errorMessage: 'no addresses left' }],
    });
    expect(await read(client)).toMatchObject({
      status: 'ACTIVE',
      version: '1.34',
    });
  });

  it('goes one minor version up', async () => {
    const { update } = await client.updateClusterVersion({
      name: NAME,
      version: '1.35',
    });
    await finished(client, update);
    expect(await read(client)).toMatchObject({ version: '1.35' });
    expect(await client.listUpdates({ name: NAME })).toMatchObject({
      updateIds: [update?.id],
    });
  });

  it.each(['1.36', '1.34', '1.33'])('does not go to %s', async version => {
    await expect(
      client.updateClusterVersion({ name: NAME, version }),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: `Unsupported Kubernetes minor version update from 1.34 to ${version}`,
    });
  });

  it.each<[string, Omit<UpdateClusterConfigRequest, 'name'>, RegExp]>([
    [
      'the endpoint as it is',
      { resourcesVpcConfig: { endpointPublicAccess: true } },
      /already at the desired configuration/,
    ],
    [
      'the logging as it is',
      {
        logging: { clusterLogging: [{ types: ['audit'], enabled: false }] },
      },
      /No changes needed for the logging config/,
    ],
    [
      'no endpoint at all',
      {
        resourcesVpcConfig: {
          endpointPublicAccess: false,
          endpointPrivateAccess: false,
        },
      },
      /cannot both be false/,
    ],
    [
      'two kinds of change at once',
      {
        upgradePolicy: { supportType: 'STANDARD' },
        resourcesVpcConfig: { endpointPrivateAccess: true },
      },
      /Exactly one type of update/,
    ],
  ])('refuses %s', async (_, request, message) => {
    await expect(configure(request)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(message),
    });
  });

  it('moves the control plane to other subnets', async () => {
    const moved = subnetIds.slice(1);
    const { update } = await configure({
      resourcesVpcConfig: { subnetIds: moved },
    });
    expect(await finished(client, update)).toMatchObject({
      type: 'VpcConfigUpdate',
      status: 'Successful',
    });
    const { NetworkInterfaces } = await ec2.describeNetworkInterfaces({
      Filters: [{ Name: 'description', Values: [`Amazon EKS ${NAME}`] }],
    });
    expect(NetworkInterfaces?.map(({ SubnetId }) => SubnetId).sort()).toEqual(
      [...moved].sort(),
    );
  });

  it('encrypts Secrets once and for all', async () => {
    const encrypt = () =>
      client.associateEncryptionConfig({
        clusterName: NAME,
        encryptionConfig: [
          { resources: ['secrets'], provider: { keyArn: 'arn:aws:kms:key' } },
        ],
      });
    const { update } = await encrypt();
    await finished(client, update);
    expect(await read(client)).toMatchObject({
      encryptionConfig: [{ provider: { keyArn: 'arn:aws:kms:key' } }],
    });
    await expect(encrypt()).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });
});
