import { managedNodeGroup } from '../world/nodeGroup.ts';
import { nodeManifest } from '../world/nodes/node.ts';
import type { Ground, Nodes } from '../world/parts.ts';
import { roleArn } from '../world/sidePlan.ts';
import type { OtherWorld } from './otherWorld.ts';

export const fargateBeside: OtherWorld = {
  title: 'Fargate beside machines',
  about:
    'A Fargate profile of the Ledger’s cluster takes the pods of a namespace of tools, so that two of its five nodes are no machines. They are neither nodes for the Ledger nor machines that are too small.',
  scopes: ['ledger'],
  expect: {},
  telling: {
    'three-worker-nodes': "3 of 5 nodes take the product's pods",
    'nodes-large-enough': 'm7i.xlarge has 4 vCPUs and 16384 MiB',
    'nodes-span-three-zones': '3 zones: apne1-az1, apne1-az2, apne1-az4',
    'private-worker-subnets': 'Fargate profile tools',
    'supported-ami-family': 'ledger-v1 has AL2023_x86_64_STANDARD',
    'logs-collected':
      '3 of 3 pods of DaemonSet amazon-cloudwatch/fluent-bit are ready',
  },
};

/** The healthy group, and two nodes that are one pod on Fargate each. */
export async function machinesAndFargate(ground: Ground): Promise<Nodes> {
  const { clients, plan, network, kube } = ground;
  await clients.eks.createFargateProfile({
    clusterName: plan.cluster,
    fargateProfileName: 'tools',
    podExecutionRoleArn: roleArn(plan, 'pods'),
    subnets: [...network.privateSubnets],
    selectors: [{ namespace: 'tools' }],
  });
  const [{ count, scalingGroup }] = await Promise.all([
    managedNodeGroup(ground),
    ...[0, 1].map(index =>
      kube.post('/api/v1/nodes', fargateNode(ground, index)),
    ),
  ]);
  return { count: count + 2, scalingGroup };
}

/** https://docs.aws.amazon.com/eks/latest/userguide/fargate.html */
function fargateNode({ plan }: Ground, index: number): object {
  const [first, second, third = 0] = plan.cidr.split('.').map(Number);
  const address = `${first}.${second}.${third + 6 + 2 * index}.200`;
  const dashed = address.replaceAll('.', '-');
  const zone = plan.zones[index] ?? '';
  const name = `fargate-ip-${dashed}.${plan.place.region}.compute.internal`;
  const size = { cpu: '2', memory: '3967Mi', pods: '1' };
  return nodeManifest(
    {
      plan,
      zone,
      name,
      address,
      providerId: `aws:///${zone}/8d2c${index}a5f1b-9e0d4c7f6a1b4a0e/${name}`,
      podCidr: `${address}/32`,
      osImage: 'Amazon Linux 2',
      labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
      taints: [
        {
          key: 'eks.amazonaws.com/compute-type',
          value: 'fargate',
          effect: 'NoSchedule',
        },
      ],
    },
    { capacity: size, allocatable: size },
  );
}
