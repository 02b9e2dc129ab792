import type { CreateAddonRequest, EKS } from '@aws-sdk/client-eks';
import { present } from '../awsClients';
import { onTestbed } from '../onTestbed';
import { eventually } from './eventually';
import {
  SEEN_SECONDS,
  createCluster,
  createSubnets,
  eks,
  finished,
  NAME,
  ROLE,
} from './smallCluster';

const DRIVER = 'aws-ebs-csi-driver';

onTestbed('an add-on', ready => {
  let client: EKS;
  let subnets: string[];

  beforeEach(async () => {
    client = await eks(ready().testbed);
    subnets = await createSubnets(ready().ledger);
    await createCluster(client, subnets);
  });

  const read = async (addonName: string) => {
    const { addon } = await client.describeAddon({
      clusterName: NAME,
      addonName,
    });
    return present(addon);
  };

  async function create(
    addonName: string,
    overrides: Partial<CreateAddonRequest> = {},
  ) {
    await client.createAddon({ clusterName: NAME, addonName, ...overrides });
    return eventually(
      () => read(addonName),
      ({ status }) => status !== 'CREATING',
    );
  }

  async function versions(addonName: string, kubernetesVersion = '1.35') {
    const { addons } = await client.describeAddonVersions({
      addonName,
      kubernetesVersion,
    });
    return present(addons?.[0]?.addonVersions);
  }

  it('is installed in the default version of the cluster', async () => {
    const offered = await versions('kube-proxy');
    const standard = offered.filter(
      ({ compatibilities }) => compatibilities?.[0]?.defaultVersion,
    );
    expect(standard).toHaveLength(1);
    expect(await create('kube-proxy')).toMatchObject({
      status: 'ACTIVE',
      addonVersion: standard[0]?.addonVersion,
      health: { issues: [] },
    });
  });

  it('is degraded until its pods have a node', async () => {
    expect(await create('coredns')).toMatchObject({
      status: 'DEGRADED',
      health: { issues: [{ code: 'InsufficientNumberOfReplicas' }] },
    });
    await client.createNodegroup({
      clusterName: NAME,
      nodegroupName: 'workers',
      subnets,
      nodeRole: ROLE,
    });
    await eventually(
      () => read('coredns'),
      ({ status }) => status === 'ACTIVE',
    );
  });

  it('brings the roles of its service accounts', async () => {
    const { podIdentityConfiguration } =
      await client.describeAddonConfiguration({
        addonName: DRIVER,
        addonVersion: (await versions(DRIVER))[0]?.addonVersion,
      });
    expect(podIdentityConfiguration).toMatchObject([
      { serviceAccount: 'ebs-csi-controller-sa' },
    ]);
    const { podIdentityAssociations, addonArn } = await create(DRIVER, {
      podIdentityAssociations: [
        { serviceAccount: 'ebs-csi-controller-sa', roleArn: ROLE },
      ],
    });
    expect(podIdentityAssociations).toHaveLength(1);
    const { associations } = await client.listPodIdentityAssociations({
      clusterName: NAME,
    });
    expect(associations).toMatchObject([
      {
        associationArn: podIdentityAssociations?.[0],
        ownerArn: addonArn,
        namespace: 'kube-system',
      },
    ]);
    await expect(
      client.deletePodIdentityAssociation({
        clusterName: NAME,
        associationId: associations?.[0]?.associationId,
      }),
    ).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('keeps what an update does not name', async () => {
    await create('vpc-cni', {
      configurationValues: '{"enableNetworkPolicy":"true"}',
    });
    const [newest, older] = await versions('vpc-cni');
    expect(await read('vpc-cni')).toMatchObject({
      addonVersion: newest?.addonVersion,
    });
    const { update } = await client.updateAddon({
      clusterName: NAME,
      addonName: 'vpc-cni',
      addonVersion: older?.addonVersion,
    });
    expect(
      await finished(client, update, { addonName: 'vpc-cni' }),
    ).toMatchObject({ status: 'Successful', type: 'AddonUpdate' });
    expect(await read('vpc-cni')).toMatchObject({
      addonVersion: older?.addonVersion,
      configurationValues: '{"enableNetworkPolicy":"true"}',
    });
  });

  it('fails with the reason that the test gives', async () => {
    await ready().testbed.settings({
      failures: [{ resource: 'addon', name: 'vpc-cni', reason: 'conflict' }],
    });
    expect(await create('vpc-cni')).toMatchObject({
      status: 'CREATE_FAILED',
      health: { issues: [{ message: 'conflict' }] },
    });
  });

  it.each([
    ['that is there', 'kube-proxy', {}, 'ResourceInUseException'],
    ['that nobody offers', 'unknown', {}, 'InvalidParameterException'],
    [
      'of another version',
      'vpc-cni',
      { addonVersion: 'v0.0.1' },
      'InvalidParameterException',
    ],
    [
      'with values that are no object',
      'vpc-cni',
      { configurationValues: '{' },
      'InvalidParameterException',
    ],
  ])('%s is refused', async (_, addonName, overrides, name) => {
    await create('kube-proxy');
    await expect(create(addonName, overrides)).rejects.toMatchObject({ name });
  });

  it('is gone some time after its deletion, with its associations', async () => {
    await create(DRIVER, {
      podIdentityAssociations: [
        { serviceAccount: 'ebs-csi-controller-sa', roleArn: ROLE },
      ],
    });
    await ready().testbed.settings({ durations: { delete: SEEN_SECONDS } });
    await client.deleteAddon({ clusterName: NAME, addonName: DRIVER });
    expect(await read(DRIVER)).toMatchObject({ status: 'DELETING' });
    await eventually(
      async () => (await client.listAddons({ clusterName: NAME })).addons,
      addons => addons?.length === 0,
    );
    const { associations } = await client.listPodIdentityAssociations({
      clusterName: NAME,
    });
    expect(associations).toEqual([]);
  });
});
