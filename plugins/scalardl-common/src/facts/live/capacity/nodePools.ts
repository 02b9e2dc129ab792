import { admits } from '../../clusterConfig/placement';
import { type Certainty, some } from '../../kubernetes/certainty';
import { listOf, recordOf, textOf, textsOf } from '../../plain/plain';
import { type Workload, placementOf } from '../../release/workload';
import { type KubernetesJson } from '../kubernetes';
import { toTaints } from './suitability';

/** A rule of a NodePool about the machines that it starts. */
export interface Requirement {
  key: string;
  operator: string;
  values: string[];
}

/** A NodePool of Karpenter or of EKS Auto Mode. */
export interface NodePool {
  name: string;
  requirements: Requirement[];
  json: KubernetesJson;
}

/** The NodePools among the objects of `karpenter.sh/v1`; the others are NodeClaims. */
export function nodePoolsOf(objects: readonly KubernetesJson[]): NodePool[] {
  return objects
    .filter(({ kind }) => kind === 'NodePool')
    .map(json => ({
      name: json.metadata.name,
      requirements: listOf(templateSpec(json).requirements)
        .map(recordOf)
        .map(({ key, operator, values }) => ({
          key: String(key),
          operator: String(operator),
          values: textsOf(values),
        })),
      json,
    }));
}

/** Whether pods of one of the Deployments may come to nodes of the pool; open where none is known. */
export function poolSuits(
  { json }: NodePool,
  workloads: readonly Workload[],
): Certainty {
  const taints = toTaints(
    listOf(templateSpec(json).taints)
      .map(recordOf)
      .map(({ key, value, effect }) => ({
        key: String(key),
        value: textOf(value),
        effect: String(effect),
      })),
  );
  if (workloads.length === 0) return taints.length > 0 ? 'unknown' : 'yes';
  const labels = recordOf(
    recordOf(recordOf(json.spec?.template).metadata).labels,
  );
  // Of labels that Karpenter sets itself, such as the zone, the pool says too little.
  const lookup = (key: string) =>
    labels[key] === undefined
      ? ('unknown' as const)
      : { value: String(labels[key]) };
  return some(
    workloads.map(workload =>
      admits({ taints, labels: lookup }, placementOf(workload)),
    ),
  );
}

function templateSpec({ spec }: KubernetesJson) {
  return recordOf(recordOf(spec?.template).spec);
}
