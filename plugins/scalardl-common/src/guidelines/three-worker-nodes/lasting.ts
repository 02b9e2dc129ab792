import type { LiveNode, SideLiveFacts } from '../../facts/live';
import {
  type NodeSource,
  autoscaledSources,
  nodeScalers,
  outOfService,
} from '../../facts/live/capacity';

/** How many of the nodes of now stay at most, should Cluster Autoscaler take away what it may. */
export interface Lasting {
  count: number;
  /** What may become of the groups that it shrinks, each as `ledger-v1 may shrink to 2`. */
  shrinking: string[];
  /** What makes nodes come and go without a group, and so without a fewest number. */
  dynamic?: string;
  /** Why there may be fewer. */
  gaps: string[];
}

/** Cluster Autoscaler goes down to a group's minimum; nodes of other groups, and of none, stay until somebody acts. */
export function lastingNodes(
  counting: readonly LiveNode[],
  given: SideLiveFacts,
): Lasting {
  const { sources, gaps, shrink } = autoscaledSources(given);
  const shrunk = shrink ? sources : [];
  const scalers = nodeScalers(given);
  const kept = shrunk.map(source => keptOf(source, counting));
  const free = counting.filter(
    node => !shrunk.some(({ nodes }) => nodes.includes(node)),
  );
  return {
    count: kept.reduce((sum, { stay }) => sum + stay, free.length),
    shrinking: kept.flatMap(({ stay, now, others, source: { name, min } }) => {
      if (stay >= now) return [];
      const of = others > 0 ? `, of which ${others} may not count` : '';
      return [`Cluster Autoscaler may shrink ${name} to ${min}${of}`];
    }),
    dynamic: scalers.found.find(({ kind }) => kind !== 'clusterAutoscaler')
      ?.title,
    gaps: shrink || scalers.gaps.length > 0 ? [...gaps, ...scalers.gaps] : [],
  };
}

/** It may just as well keep the group's other nodes, such as spot machines; those out of service go by themselves. */
function keptOf(source: NodeSource, counting: readonly LiveNode[]) {
  const now = source.nodes.filter(node => counting.includes(node)).length;
  const others = source.nodes.filter(
    node => !counting.includes(node) && !outOfService(node),
  ).length;
  const stay = Math.min(Math.max(0, source.min - others), now);
  return { source, now, others, stay };
}
