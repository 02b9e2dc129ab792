import { createSecurityGroup } from '../../testbed/awsClients.ts';
import type { Ground, Nodes } from '../world/parts.ts';
import { joinMachines } from '../world/nodes/join.ts';
import { runMachines } from '../world/nodes/machines.ts';
import type { OtherWorld } from './otherWorld.ts';

const INSTANCE_TYPE = 'm7i.xlarge';

export const selfManagedNodes: OtherWorld = {
  title: 'Self-managed nodes',
  about:
    'The Ledger runs on machines of an Auto Scaling group that EKS knows nothing of. They carry the tag `kubernetes.io/cluster/<name>` and a security group of their own; there is no managed node group.',
  scopes: ['ledger'],
  expect: {
    'node-groups-healthy/ledger': {
      verdict: 'skipped',
      says: 'the cluster has no managed node groups',
    },
  },
  telling: {
    'three-worker-nodes': "3 of 3 nodes take the product's pods",
    'nodes-large-enough': 'm7i.xlarge has 4 vCPUs and 16384 MiB',
    'private-worker-subnets': 'leads to no internet gateway (nodes',
    'imdsv2-required': 'are required',
    'node-volumes-encrypted': 'is encrypted',
    'supported-ami-family': 'runs Amazon Linux 2023',
    'cluster-minimum-rules': 'admits Ledger nodes',
    'cluster-autoscaler-can-scale': 'own-nodes has 3 to 6 nodes',
    'cluster-autoscaler-under-pod-autoscaling':
      'it may give own-nodes 3 to 6 nodes',
    // Its machines name their group in a tag.
    'pod-autoscaling-fits-node-groups': 'own-nodes holds',
    'rollout-capacity':
      'nodes hold 3; 6 once Cluster Autoscaler has added nodes',
  },
};

/** Three machines of a group that Cluster Autoscaler finds by its tags. */
export async function selfManaged(ground: Ground): Promise<Nodes> {
  const { plan } = ground;
  const scalingGroup = 'own-nodes';
  const machines = await runMachines(ground, {
    instanceType: INSTANCE_TYPE,
    groups: [await createNodeGroupOfRules(ground)],
    tags: { [`kubernetes.io/cluster/${plan.cluster}`]: 'owned' },
  });
  await createScalingGroup(ground, {
    name: scalingGroup,
    instanceIds: machines.map(({ InstanceId = '' }) => InstanceId),
  });
  await joinMachines(ground, machines, {
    instanceType: INSTANCE_TYPE,
    labels: {},
  });
  return { count: machines.length, scalingGroup };
}

/** A security group for nodes, which lets in themselves and the control plane, and is let in there. */
async function createNodeGroupOfRules({
  clients: { ec2 },
  plan,
  network,
  cluster: { clusterGroup },
}: Ground): Promise<string> {
  const nodes = await createSecurityGroup(ec2, network.vpcId, 'own-nodes');
  await ec2.createTags({
    Resources: [nodes],
    Tags: [{ Key: `kubernetes.io/cluster/${plan.cluster}`, Value: 'owned' }],
  });
  const everything = (from: string) => [
    { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: from }] },
  ];
  await Promise.all([
    ec2.authorizeSecurityGroupIngress({
      GroupId: nodes,
      IpPermissions: [...everything(nodes), ...everything(clusterGroup)],
    }),
    ec2.authorizeSecurityGroupIngress({
      GroupId: clusterGroup,
      IpPermissions: everything(nodes),
    }),
  ]);
  return nodes;
}

async function createScalingGroup(
  { clients: { ec2, autoScaling }, plan, network }: Ground,
  { name, instanceIds }: { name: string; instanceIds: string[] },
): Promise<void> {
  await ec2.createLaunchTemplate({
    LaunchTemplateName: name,
    LaunchTemplateData: {
      ImageId: 'ami-0abcdef1234567890',
      InstanceType: INSTANCE_TYPE,
    },
  });
  const tags = {
    [`kubernetes.io/cluster/${plan.cluster}`]: 'owned',
    'k8s.io/cluster-autoscaler/enabled': 'true',
    [`k8s.io/cluster-autoscaler/${plan.cluster}`]: 'owned',
  };
  await autoScaling.createAutoScalingGroup({
    AutoScalingGroupName: name,
    LaunchTemplate: { LaunchTemplateName: name },
    MinSize: 0,
    MaxSize: 6,
    VPCZoneIdentifier: network.privateSubnets.join(','),
    Tags: Object.entries(tags).map(([Key, Value]) => ({
      ...{ Key, Value, PropagateAtLaunch: true },
      ResourceId: name,
      ResourceType: 'auto-scaling-group',
    })),
  });
  await autoScaling.attachInstances({
    AutoScalingGroupName: name,
    InstanceIds: instanceIds,
  });
  await autoScaling.updateAutoScalingGroup({
    AutoScalingGroupName: name,
    MinSize: 3,
  });
}
