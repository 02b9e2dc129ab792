import type { AutoScalingGroup, Filter } from '@aws-sdk/client-auto-scaling';
import type { LiveAutoScalingGroup } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { batches, forEach } from './batches';
import { list } from './call';
import { autoScaling } from './clients';
import { tagsOf } from './tags';

/** Names a call; a page holds 100 groups. */
const BATCH = 50;

export const autoScalingGroups = collector({
  fact: 'autoScalingGroups',
  needs: ['nodeGroups'],
  aws: ['autoscaling:DescribeAutoScalingGroups'],
  async collect(access, given) {
    const tagged = await readGroups(access, {
      Filters: tagFilter(access.target.cluster),
    });
    const groups = valueOf(given, 'nodeGroups');
    const untagged = groups
      .flatMap(group => group.autoScalingGroups)
      .filter(wanted => !tagged.some(({ name }) => name === wanted));
    const others = await forEach(batches(untagged, BATCH), names =>
      readGroups(access, { AutoScalingGroupNames: names }),
    );
    return [...tagged, ...others.flat()];
  },
});

/** Groups that have any of the tags by which EKS and the Cluster Autoscaler know a cluster's own. */
function tagFilter(cluster: string): Filter[] {
  const Values = ['kubernetes.io/cluster', 'k8s.io/cluster-autoscaler'];
  return [
    { Name: 'tag-key', Values: Values.map(prefix => `${prefix}/${cluster}`) },
  ];
}

async function readGroups(
  access: SideAccess,
  query: { Filters?: Filter[]; AutoScalingGroupNames?: string[] },
): Promise<LiveAutoScalingGroup[]> {
  const { client, paginateDescribeAutoScalingGroups } =
    await autoScaling(access);
  const found = await list(access, {
    action: 'autoscaling:DescribeAutoScalingGroups',
    pages: options =>
      paginateDescribeAutoScalingGroups(
        { client, pageSize: 100 },
        query,
        options,
      ),
    items: page => page.AutoScalingGroups,
  });
  return found.map(understand);
}

function understand(group: AutoScalingGroup): LiveAutoScalingGroup {
  return {
    name: group.AutoScalingGroupName ?? '',
    min: group.MinSize ?? 0,
    max: group.MaxSize ?? 0,
    desired: group.DesiredCapacity ?? 0,
    subnetIds: subnetsOf(group),
    tags: tagsOf(group.Tags),
  };
}

/** A comma between each; nothing where AWS chose the subnets by zones. */
function subnetsOf({
  VPCZoneIdentifier,
}: AutoScalingGroup): string[] | undefined {
  return VPCZoneIdentifier ? VPCZoneIdentifier.split(',') : undefined;
}
