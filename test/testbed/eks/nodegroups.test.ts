import { AutoScaling } from '@aws-sdk/client-auto-scaling';
import type { EC2 } from '@aws-sdk/client-ec2';
import type { CreateNodegroupRequest, EKS } from '@aws-sdk/client-eks';
import { clientOptions, LEDGER, present } from '../awsClients';
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

const GROUP = 'workers';

onTestbed('a node group', ready => {
  let client: EKS;
  let ec2: EC2;
  let subnets: string[];
  let clusterGroup: string;

  beforeEach(async () => {
    client = await eks(ready().testbed);
    ec2 = ready().ledger;
    subnets = await createSubnets(ec2);
    const cluster = await createCluster(client, subnets, '1.34');
    clusterGroup = present(cluster.resourcesVpcConfig?.clusterSecurityGroupId);
  });

  const read = async (nodegroupName = GROUP) => {
    const { nodegroup } = await client.describeNodegroup({
      clusterName: NAME,
      nodegroupName,
    });
    return present(nodegroup);
  };

  async function create(overrides: Partial<CreateNodegroupRequest> = {}) {
    await client.createNodegroup({
      clusterName: NAME,
      nodegroupName: GROUP,
      subnets,
      nodeRole: `${ROLE}-nodes`,
      instanceTypes: ['m7i.xlarge'],
      scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 6 },
      ...overrides,
    });
    return eventually(read, ({ status }) => status !== 'CREATING');
  }

  async function machines() {
    const { Reservations = [] } = await ec2.describeInstances({
      Filters: [{ Name: 'instance-state-name', Values: ['running'] }],
    });
    return Reservations.flatMap(({ Instances = [] }) => Instances);
  }

  async function scalingGroup() {
    const scaling = new AutoScaling(
      await clientOptions(ready().testbed, LEDGER),
    );
    const { AutoScalingGroups } = await scaling.describeAutoScalingGroups({});
    return AutoScalingGroups?.[0];
  }

  it('has a machine in every zone, with the group of the cluster alone', async () => {
    expect(await create()).toMatchObject({
      status: 'ACTIVE',
      version: '1.34',
      amiType: 'AL2023_x86_64_STANDARD',
      health: { issues: [] },
    });
    const found = await machines();
    expect(
      found.map(each => each.Placement?.AvailabilityZone?.slice(-1)).sort(),
    ).toEqual(['a', 'b', 'c']);
    expect(new Set(found.map(each => each.InstanceType))).toEqual(
      new Set(['m7i.xlarge']),
    );
    const groups = found.flatMap(each =>
      each.NetworkInterfaces?.flatMap(({ Groups }) =>
        Groups?.map(({ GroupId }) => GroupId),
      ),
    );
    expect(new Set(groups)).toEqual(new Set([clusterGroup]));
    expect(await scalingGroup()).toMatchObject({
      MinSize: 3,
      MaxSize: 6,
      DesiredCapacity: 3,
      Instances: found.map(({ InstanceId }) => ({ InstanceId })),
    });
  });

  it('is found by the cluster autoscaler', async () => {
    await create();
    const group = await scalingGroup();
    expect(group?.Tags?.map(({ Key }) => Key)).toEqual(
      expect.arrayContaining([
        'k8s.io/cluster-autoscaler/enabled',
        `k8s.io/cluster-autoscaler/${NAME}`,
      ]),
    );
  });

  it('gives its role an access entry of its own', async () => {
    await create();
    const { accessEntry } = await client.describeAccessEntry({
      clusterName: NAME,
      principalArn: `${ROLE}-nodes`,
    });
    expect(accessEntry).toMatchObject({
      type: 'EC2_LINUX',
      kubernetesGroups: ['system:nodes'],
    });
  });

  it('fails with the reason that the test gives', async () => {
    await ready().testbed.settings({
      failures: [{ resource: 'nodegroup', reason: 'nodes do not join' }],
    });
    expect(await create()).toMatchObject({
      status: 'CREATE_FAILED',
      health: {
        issues: [{ code: 'NodeCreationFailure', message: 'nodes do not join' }],
      },
    });
  });

  it('is degraded when its launch template is deleted by someone else', async () => {
    const { LaunchTemplate } = await ec2.createLaunchTemplate({
      LaunchTemplateName: 'workers',
      LaunchTemplateData: { InstanceType: 'm7i.xlarge' },
    });
    const LaunchTemplateId = present(LaunchTemplate?.LaunchTemplateId);
    await create({ launchTemplate: { id: LaunchTemplateId } });
    await ec2.deleteLaunchTemplate({ LaunchTemplateId });
    expect(await read()).toMatchObject({
      status: 'DEGRADED',
      health: { issues: [{ code: 'Ec2LaunchTemplateNotFound' }] },
    });
  });

  it('grows and shrinks over the zones evenly', async () => {
    await create();
    const scale = async (desiredSize: number) => {
      const { update } = await client.updateNodegroupConfig({
        clusterName: NAME,
        nodegroupName: GROUP,
        scalingConfig: { minSize: 2, desiredSize, maxSize: 6 },
      });
      const { status } = await finished(client, update, {
        nodegroupName: GROUP,
      });
      const zones = (await machines()).map(
        ({ Placement }) => Placement?.AvailabilityZone,
      );
      return { status, zones: zones.length, different: new Set(zones).size };
    };
    expect(await scale(6)).toEqual({
      status: 'Successful',
      zones: 6,
      different: 3,
    });
    expect(await scale(3)).toEqual({
      status: 'Successful',
      zones: 3,
      different: 3,
    });
    expect(await read()).toMatchObject({
      status: 'ACTIVE',
      scalingConfig: { minSize: 2, desiredSize: 3, maxSize: 6 },
    });
  });

  it('is given and relieved of labels and taints', async () => {
    await create({ labels: { old: 'yes', kept: 'yes' } });
    const { update } = await client.updateNodegroupConfig({
      clusterName: NAME,
      nodegroupName: GROUP,
      labels: { addOrUpdateLabels: { fresh: 'yes' }, removeLabels: ['old'] },
      taints: {
        addOrUpdateTaints: [{ key: 'a', value: 'b', effect: 'NO_SCHEDULE' }],
      },
    });
    await finished(client, update, { nodegroupName: GROUP });
    expect(await read()).toMatchObject({
      labels: { kept: 'yes', fresh: 'yes' },
      taints: [{ key: 'a', value: 'b', effect: 'NO_SCHEDULE' }],
    });
  });

  it('is replaced machine by machine when its version is raised', async () => {
    await create();
    const before = (await machines()).map(({ InstanceId }) => InstanceId);
    const { update: upgrade } = await client.updateClusterVersion({
      name: NAME,
      version: '1.35',
    });
    await finished(client, upgrade);
    const { update } = await client.updateNodegroupVersion({
      clusterName: NAME,
      nodegroupName: GROUP,
      version: '1.35',
    });
    await finished(client, update, { nodegroupName: GROUP });
    expect(await read()).toMatchObject({
      version: '1.35',
      releaseVersion: expect.stringMatching(/^1\.35\.\d+-\d{8}$/),
    });
    const after = (await machines()).map(({ InstanceId }) => InstanceId);
    expect(after).toHaveLength(3);
    expect(after.filter(id => before.includes(id))).toEqual([]);
  });

  it('is not newer than its cluster', async () => {
    await create();
    await expect(
      client.updateNodegroupVersion({
        clusterName: NAME,
        nodegroupName: GROUP,
        version: '1.35',
      }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('takes one update at a time', async () => {
    await create();
    await ready().testbed.settings({ durations: { update: SEEN_SECONDS } });
    const update = () =>
      client.updateNodegroupConfig({
        clusterName: NAME,
        nodegroupName: GROUP,
        scalingConfig: { desiredSize: 4 },
      });
    await update();
    await expect(update()).rejects.toMatchObject({
      name: 'ResourceInUseException',
    });
  });

  it.each([
    [{ minSize: 4, desiredSize: 4, maxSize: 3 }, /Minimum capacity 4/],
    [{ minSize: 3, desiredSize: 2, maxSize: 6 }, /desired size 2/],
    [{ minSize: 1, desiredSize: 7, maxSize: 6 }, /Desired capacity 7/],
  ])('has no sizes such as %j', async (scalingConfig, message) => {
    await expect(create({ scalingConfig })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringMatching(message),
    });
  });

  it('keeps its cluster from being deleted, and leaves nothing behind itself', async () => {
    await create();
    await expect(client.deleteCluster({ name: NAME })).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: 'Cluster has nodegroups attached',
    });
    await client.deleteNodegroup({ clusterName: NAME, nodegroupName: GROUP });
    await eventually(
      async () =>
        (await client.listNodegroups({ clusterName: NAME })).nodegroups,
      groups => groups?.length === 0,
    );
    expect(await machines()).toEqual([]);
    expect(await scalingGroup()).toBeUndefined();
    const { LaunchTemplates } = await ec2.describeLaunchTemplates({});
    expect(LaunchTemplates).toEqual([]);
    const { Volumes } = await ec2.describeVolumes({});
    expect(Volumes).toEqual([]);
  });
});
