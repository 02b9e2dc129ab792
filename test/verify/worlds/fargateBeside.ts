import { managedNodeGroup } from '../world/nodeGroup.ts';
import { fargateNode } from '../world/nodes/fargate.ts';
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
      kube.post('/api/v1/nodes', fargateNode(ground, spotOf(ground, index))),
    ),
  ]);
  return { count: count + 2, scalingGroup };
}

/** An address of the private subnet of that zone. */
function spotOf({ plan }: Ground, index: number) {
  const [first, second, third = 0] = plan.cidr.split('.').map(Number);
  return {
    address: `${first}.${second}.${third + 6 + 2 * index}.200`,
    zone: plan.zones[index] ?? '',
  };
}
