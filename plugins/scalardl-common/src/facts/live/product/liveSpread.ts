import { lookupIn, selects } from '../../kubernetes/labelSelector';
import { type PlainRecord, listOf, recordOf } from '../../plain/plain';
import { type Spread, spreadOver } from '../../release/spread';
import type { LiveWorkload } from './liveWorkload';

/**
 * Whether a Deployment keeps its pods apart by a label of nodes: by pod anti-affinity, or by a topology spread
 * constraint, which the charts do not know but an overlay or a person may have added
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/).
 */
export function liveSpread(workload: LiveWorkload, key: string): Spread {
  const apart = spreadOver(workload, key);
  if (apart.answer === 'yes') return apart;
  const constraints = listOf(workload.pod.topologySpreadConstraints)
    .map(recordOf)
    .filter(({ topologyKey }) => topologyKey === key);
  if (constraints.length === 0) return apart;
  const [narrowest] = constraints
    .filter(
      ({ labelSelector }) =>
        selects(labelSelector, lookupIn(workload.labels)) === 'yes',
    )
    .sort((one, other) => skewOf(one) - skewOf(other));
  const { answer, detail } = judge(narrowest, { workload, key });
  return { answer, required: false, detail };
}

function judge(
  constraint: PlainRecord | undefined,
  { workload, key }: { workload: LiveWorkload; key: string },
): Pick<Spread, 'answer' | 'detail'> {
  const kind = `topologySpreadConstraint with topologyKey ${key}`;
  if (!constraint) {
    return {
      answer: 'no',
      detail: `the labelSelector of the ${kind} does not select these pods`,
    };
  }
  const skew = skewOf(constraint);
  const replicas = Number(workload.get('replicaCount') ?? 1);
  return skew < Math.max(2, replicas)
    ? {
        answer: 'yes',
        detail: `${kind}: maxSkew ${skew}, ${String(constraint.whenUnsatisfiable)}`,
      }
    : {
        answer: 'no',
        detail: `the ${kind} has maxSkew ${skew}, so all ${replicas} pods may share one place`,
      };
}

function skewOf({ maxSkew }: PlainRecord): number {
  return Number(maxSkew ?? 1);
}
