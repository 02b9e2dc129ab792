import type { LiveAutoScalingGroup } from '../aws';
import type { SideLiveFacts } from '../liveFacts';
import { argumentsOf, autoscaledGroups, discoveryOf } from './autoscaledGroups';
import { findClusterAutoscaler, wantsPods } from './nodeScalers';
import { type NodeSource, type NodeSources, nodeSources } from './nodeSources';

/** The groups that Cluster Autoscaler grows and shrinks. */
export interface AutoscaledSources extends NodeSources {
  /** True where it may take nodes away too. */
  shrink: boolean;
}

const NOTHING: AutoscaledSources = { sources: [], gaps: [], shrink: false };

/** What Cluster Autoscaler finds, between the bounds that count for it; nothing where it does not run. */
export function autoscaledSources(given: SideLiveFacts): AutoscaledSources {
  const { toolDeployments, cluster, autoScalingGroups } = given;
  if (!toolDeployments.ok)
    return { ...NOTHING, gaps: [toolDeployments.reason] };
  const deployment = findClusterAutoscaler(toolDeployments.value);
  if (!deployment || !wantsPods(deployment)) return NOTHING;
  const shrink = !argumentsOf(deployment).includes(
    '--scale-down-enabled=false',
  );
  const { sources, gaps } = nodeSources(given);
  if (!cluster.ok)
    return { sources: [], gaps: [cluster.reason, ...gaps], shrink };
  const found = autoscaledGroups(
    autoScalingGroups.ok ? autoScalingGroups.value : [],
    discoveryOf(deployment, cluster.value.name),
  );
  return {
    sources: sources.flatMap(source => between(source, found)),
    gaps,
    shrink,
  };
}

/** The source with the bounds of its Auto Scaling groups; nothing where Cluster Autoscaler finds none of them. */
function between(
  source: NodeSource,
  found: readonly LiveAutoScalingGroup[],
): NodeSource[] {
  const own = found.filter(({ name }) => source.scalingGroups.includes(name));
  if (own.length === 0) return [];
  const sum = (bound: 'min' | 'max') =>
    own.reduce((total, group) => total + group[bound], 0);
  return [{ ...source, min: sum('min'), max: sum('max') }];
}
