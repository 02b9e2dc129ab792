import type { Nodegroup } from '@aws-sdk/client-eks';
import type { LiveNodeGroup } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector } from '../collector';
import { list } from './call';
import { eks } from './clients';
import { healthIssues } from './healthIssues';
import { describeEach } from './describeEach';
import { present } from './present';

export const nodeGroups = collector({
  fact: 'nodeGroups',
  needs: ['cluster'],
  aws: ['eks:ListNodegroups', 'eks:DescribeNodegroup'],
  async collect(access) {
    const clusterName = access.target.cluster;
    const { client, ...sdk } = await eks(access);
    const names = await list(access, {
      action: 'eks:ListNodegroups',
      about: `of ${clusterName}`,
      pages: options =>
        sdk.paginateListNodegroups({ client }, { clusterName }, options),
      items: page => page.nodegroups,
    });
    const found = await describeEach(access, names, {
      action: 'eks:DescribeNodegroup',
      async describe(nodegroupName, options) {
        const command = new sdk.DescribeNodegroupCommand({
          clusterName,
          nodegroupName,
        });
        return (await client.send(command, options)).nodegroup;
      },
    });
    return found.map(understand);
  },
});

/** EKS's words for an effect, and those of Kubernetes. */
const EFFECTS: Record<string, string> = {
  NO_EXECUTE: 'NoExecute',
  NO_SCHEDULE: 'NoSchedule',
  PREFER_NO_SCHEDULE: 'PreferNoSchedule',
};

function understand(group: Nodegroup): LiveNodeGroup {
  const { scalingConfig = {}, resources = {}, taints = [] } = group;
  return {
    name: group.nodegroupName ?? '',
    status: group.status ?? '',
    version: group.version ?? '',
    amiType: group.amiType ?? '',
    instanceTypes: group.instanceTypes ?? [],
    capacityType: group.capacityType ?? '',
    subnetIds: group.subnets ?? [],
    scaling: {
      min: scalingConfig.minSize ?? 0,
      desired: scalingConfig.desiredSize ?? 0,
      max: scalingConfig.maxSize ?? 0,
    },
    autoScalingGroups: present(
      (resources.autoScalingGroups ?? []).map(({ name }) => name),
    ),
    labels: group.labels ?? {},
    taints: taints.map(({ key = '', value, effect = '' }) => ({
      key,
      value,
      effect: EFFECTS[effect] ?? effect,
    })),
    healthIssues: healthIssues(group.health),
  };
}
