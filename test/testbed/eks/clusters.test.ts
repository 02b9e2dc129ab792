import type { EC2 } from '@aws-sdk/client-ec2';
import type { EKS } from '@aws-sdk/client-eks';
import { present } from '../awsClients';
import { onTestbed } from '../onTestbed';
import { eventually } from './eventually';
import {
  SEEN_SECONDS,
  createCluster,
  createSubnets,
  describe as read,
  eks,
  NAME,
  ROLE,
} from './smallCluster';

onTestbed('a cluster', ready => {
  let client: EKS;
  let ec2: EC2;
  let subnetIds: string[];

  beforeEach(async () => {
    client = await eks(ready().testbed);
    ec2 = ready().ledger;
    subnetIds = await createSubnets(ec2);
  });

  const request = (overrides: object = {}) => ({
    name: NAME,
    roleArn: ROLE,
    resourcesVpcConfig: { subnetIds },
    ...overrides,
  });

  it('is created by and by, and has its address only then', async () => {
    await ready().testbed.settings({ durations: { cluster: SEEN_SECONDS } });
    await client.createCluster(request());
    const before = await read(client);
    expect(before).toMatchObject({ status: 'CREATING', version: '1.35' });
    expect(before.endpoint).toBeUndefined();
    const after = await eventually(
      () => read(client),
      ({ status }) => status === 'ACTIVE',
    );
    expect(after).toMatchObject({
      endpoint: expect.stringMatching(/^https:/),
      kubernetesNetworkConfig: { serviceIpv4Cidr: '172.20.0.0/16' },
      upgradePolicy: { supportType: 'EXTENDED' },
      resourcesVpcConfig: {
        endpointPublicAccess: true,
        endpointPrivateAccess: false,
        publicAccessCidrs: ['0.0.0.0/0'],
      },
    });
  });

  it('comes into being though nobody asks about it', async () => {
    await client.createCluster(request());
    await new Promise(resolve => setTimeout(resolve, 500));
    expect(await read(client)).toMatchObject({ status: 'ACTIVE' });
  });

  it('has a security group that admits its own members, on the interfaces of its control plane', async () => {
    const { resourcesVpcConfig } = await createCluster(client, subnetIds);
    const group = present(resourcesVpcConfig?.clusterSecurityGroupId);
    const { SecurityGroups } = await ec2.describeSecurityGroups({
      GroupIds: [group],
    });
    expect(SecurityGroups).toMatchObject([
      {
        GroupName: expect.stringMatching(`^eks-cluster-sg-${NAME}-`),
        Tags: expect.arrayContaining([
          { Key: `kubernetes.io/cluster/${NAME}`, Value: 'owned' },
        ]),
        IpPermissions: [
          { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: group }] },
        ],
      },
    ]);
    const { NetworkInterfaces } = await ec2.describeNetworkInterfaces({
      Filters: [{ Name: 'description', Values: [`Amazon EKS ${NAME}`] }],
    });
    expect(
      NetworkInterfaces?.map(({ Groups }) => Groups?.[0]?.GroupId),
    ).toEqual([group, group]);
  });

  it('leaves nothing behind when it is deleted', async () => {
    const { resourcesVpcConfig } = await createCluster(client, subnetIds);
    await ready().testbed.settings({ durations: { delete: SEEN_SECONDS } });
    await client.deleteCluster({ name: NAME });
    expect(await read(client)).toMatchObject({ status: 'DELETING' });
    await eventually(
      async () => (await client.listClusters({})).clusters,
      clusters => clusters?.length === 0,
    );
    await expect(read(client)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `No cluster found for name: ${NAME}.`,
    });
    const { NetworkInterfaces } = await ec2.describeNetworkInterfaces({});
    expect(NetworkInterfaces).toEqual([]);
    await expect(
      ec2.describeSecurityGroups({
        GroupIds: [present(resourcesVpcConfig?.clusterSecurityGroupId)],
      }),
    ).rejects.toMatchObject({ name: 'InvalidGroup.NotFound' });
  });

  it('fails with the reason that the test gives', async () => {
    await ready().testbed.settings({
      failures: [{ resource: 'cluster', name: 'sm*', reason: 'no capacity' }],
    });
    expect(await createCluster(client, subnetIds)).toMatchObject({
      status: 'FAILED',
      health: { issues: [{ message: 'no capacity' }] },
    });
  });

  it.each([
    ['whose name is taken', {}, 'ResourceInUseException', /already exists/],
    [
      'of a version that EKS does not offer',
      { name: 'other', version: '1.21' },
      'InvalidParameterException',
      /unsupported Kubernetes version 1\.21/,
    ],
    [
      'whose services would overlap its network',
      {
        name: 'other',
        kubernetesNetworkConfig: { serviceIpv4Cidr: '10.1.0.0/20' },
      },
      'InvalidParameterException',
      /overlaps/,
    ],
    [
      'in a subnet that does not exist',
      {
        name: 'other',
        resourcesVpcConfig: { subnetIds: ['subnet-1', 'subnet-2'] },
      },
      'InvalidParameterException',
      /subnet-1/,
    ],
  ])('is refused %s', async (_, overrides, name, message) => {
    await createCluster(client, subnetIds);
    await expect(
      client.createCluster(request(overrides)),
    ).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  });

  it('is the same one when the request is sent again', async () => {
    const again = request({ clientRequestToken: 'token' });
    const { cluster } = await client.createCluster(again);
    expect(await client.createCluster(again)).toMatchObject({
      cluster: { arn: cluster?.arn, createdAt: cluster?.createdAt },
    });
  });

  it('is refused in a single zone', async () => {
    const [only] = subnetIds;
    await expect(
      client.createCluster(
        request({ resourcesVpcConfig: { subnetIds: [only] } }),
      ),
    ).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Subnets specified must be in at least two different AZs',
    });
  });
});
