import type { CreateNodegroupRequest } from '@aws-sdk/client-eks';
import type { Undo } from '../world/kube.ts';
import { roleArn } from '../world/sidePlan.ts';
import { until } from '../world/waiting.ts';
import type { WorldSide } from '../world/world.ts';
import { settled } from './settled.ts';

/** A second node group of one machine, with the launch template of the first, beside which it stands. */
export async function addNodeGroup(
  side: WorldSide,
  wish: Partial<CreateNodegroupRequest>,
): Promise<Undo> {
  const { eks, plan, network } = side;
  const clusterName = plan.cluster;
  const first = await eks.describeNodegroup({
    clusterName,
    nodegroupName: plan.nodeGroup,
  });
  const group = { clusterName, nodegroupName: 'second' };
  await eks.createNodegroup({
    ...group,
    nodeRole: roleArn(plan, 'nodes'),
    subnets: [...network.privateSubnets],
    scalingConfig: { minSize: 1, desiredSize: 1, maxSize: 2 },
    launchTemplate: { id: first.nodegroup?.launchTemplate?.id },
    ...wish,
  });
  await until(
    () => eks.describeNodegroup(group),
    ({ nodegroup }) => nodegroup?.status === 'ACTIVE',
  );
  return async () => {
    await eks.deleteNodegroup(group);
    await until(
      () => eks.listNodegroups({ clusterName }),
      ({ nodegroups }) => nodegroups?.length === 1,
    );
    await settled(side);
  };
}

/** Sets how many nodes the first group may have at most, and at least. */
export async function limitNodes(
  { eks, plan }: WorldSide,
  maxSize: number,
  minSize = 3,
): Promise<void> {
  await eks.updateNodegroupConfig({
    clusterName: plan.cluster,
    nodegroupName: plan.nodeGroup,
    scalingConfig: { minSize, desiredSize: 3, maxSize },
  });
}
