import {
  DescribeNodegroupCommand,
  type Nodegroup,
  paginateListNodegroups,
} from '@aws-sdk/client-eks';
import type { AwsClients } from './awsClients';
import type { NodeGroup } from './clusterState';
import { presentOnly } from './presentOnly';

/** Every managed node group of the cluster. */
export async function readNodeGroups(
  { eks, call }: AwsClients,
  clusterName: string,
): Promise<NodeGroup[]> {
  const names = await call(`eks:ListNodegroups of ${clusterName}`, async () => {
    const found: string[] = [];
    const pages = paginateListNodegroups({ client: eks }, { clusterName });
    for await (const { nodegroups = [] } of pages) found.push(...nodegroups);
    return found;
  });
  return presentOnly(names, nodegroupName =>
    call(`eks:DescribeNodegroup of ${nodegroupName}`, async () => {
      const command = new DescribeNodegroupCommand({
        clusterName,
        nodegroupName,
      });
      const { nodegroup } = await eks.send(command);
      return nodegroup && understand(nodegroup);
    }),
  );
}

/** The API's words for an effect, and those of Kubernetes and eksctl. */
const EFFECTS: Record<string, string> = {
  NO_EXECUTE: 'NoExecute',
  NO_SCHEDULE: 'NoSchedule',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
};

function understand(group: Nodegroup): NodeGroup {
  const scaling = group.scalingConfig ?? {};
  const changed = group.modifiedAt ?? group.createdAt;
  return {
    name: group.nodegroupName ?? '',
    status: group.status ?? 'unknown',
    version: group.version ?? '',
    releaseVersion: group.releaseVersion ?? '',
    changedAt: changed?.getTime() ?? 0,
    amiType: group.amiType ?? '',
    instanceTypes: group.instanceTypes ?? [],
    spot: group.capacityType === 'SPOT',
    labels: group.labels ?? {},
    taints: (group.taints ?? []).map(({ key, value, effect }) => ({
      key: key ?? '',
      value: value ?? '',
      effect: EFFECTS[effect ?? ''] ?? '',
    })),
    min: scaling.minSize ?? 0,
    desired: scaling.desiredSize ?? 0,
    max: scaling.maxSize ?? 0,
    maxUnavailable: group.updateConfig?.maxUnavailable,
    maxUnavailablePercentage: group.updateConfig?.maxUnavailablePercentage,
    health: (group.health?.issues ?? []).map(
      ({ code, message }) => `${code}: ${message}`,
    ),
  };
}
