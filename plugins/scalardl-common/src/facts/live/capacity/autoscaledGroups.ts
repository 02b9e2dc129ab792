import { textsOf } from '../../plain/plain';
import type { LiveAutoScalingGroup } from '../aws';
import type { KubernetesJson } from '../kubernetes';
import { containersOf } from './nodeScalers';

/** By what Cluster Autoscaler knows the Auto Scaling groups that it may change. */
export interface Discovery {
  /** Tags that a group must carry, all of them; those that its chart looks for where the arguments name none. */
  tags: string[];
  /** Groups that the arguments name one by one, with the bounds that count instead of the group's own. */
  named: { name: string; min: number; max: number }[];
}

/** Reads `--node-group-auto-discovery=asg:tag=TAG,TAG` and `--nodes=MIN:MAX:NAME`. */
export function discoveryOf(
  deployment: KubernetesJson,
  cluster: string,
): Discovery {
  const args = argumentsOf(deployment);
  const tags = args
    .flatMap(
      argument =>
        /--node-group-auto-discovery=asg:tag=(.*)$/.exec(argument)?.[1] ?? [],
    )
    .flatMap(list => list.split(','))
    .map(tag => tag.split('=')[0] ?? '')
    .filter(tag => tag !== '');
  return {
    tags:
      tags.length > 0
        ? tags
        : [
            'k8s.io/cluster-autoscaler/enabled',
            `k8s.io/cluster-autoscaler/${cluster}`,
          ],
    named: args.flatMap(argument => {
      const [, min, max, name = ''] =
        /^--nodes=(\d+):(\d+):(.+)$/.exec(argument) ?? [];
      return name ? [{ name, min: Number(min), max: Number(max) }] : [];
    }),
  };
}

/** The groups that Cluster Autoscaler changes, with the bounds between which it does. */
export function autoscaledGroups(
  groups: readonly LiveAutoScalingGroup[],
  { tags, named }: Discovery,
): LiveAutoScalingGroup[] {
  return groups.flatMap(group => {
    const told = named.find(({ name }) => name === group.name);
    if (told) return [{ ...group, ...told }];
    return tags.every(tag => Object.hasOwn(group.tags, tag)) ? [group] : [];
  });
}

/** The command and the arguments of all its containers. */
export function argumentsOf(deployment: KubernetesJson): string[] {
  return containersOf(deployment).flatMap(({ command, args }) => [
    ...textsOf(command),
    ...textsOf(args),
  ]);
}
