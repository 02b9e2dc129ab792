import { recordOf } from '../../plain/plain';
import { imageRepository } from '../../workloads/imageRepository';
import { type KubernetesJson, liveObject } from '../kubernetes';
import type { SideLiveFacts } from '../liveFacts';
import { productOnFargate } from '../nodes/productOnFargate';
import { nodePoolsOf } from './nodePools';

/** Something that adds nodes when pods find no room. */
export interface NodeScaler {
  kind: 'clusterAutoscaler' | 'karpenter' | 'autoMode' | 'fargate';
  /** As a report names it. */
  title: string;
}

/** What adds nodes, and why something that does may have been missed. */
export interface NodeScalers {
  found: NodeScaler[];
  /** Reasons of the facts that were not read. */
  gaps: string[];
}

/**
 * Looks for EKS Auto Mode, Karpenter and Cluster Autoscaler: one that is scaled to zero adds nothing. Fargate adds nodes
 * for the product where all of it runs there.
 */
export function nodeScalers(given: SideLiveFacts): NodeScalers {
  const { cluster, toolDeployments, nodePools } = given;
  const pools = nodePools.ok ? nodePoolsOf(nodePools.value) : [];
  const autoMode = cluster.ok && cluster.value.autoMode && pools.length > 0;
  const deployments = toolDeployments.ok ? toolDeployments.value : [];
  const autoscaler = findClusterAutoscaler(deployments);
  const karpenter = deployments.find(
    deployment => runs(deployment, /\/karpenter\//) && wantsPods(deployment),
  );
  const found: NodeScaler[] = [];
  if (autoMode) found.push({ kind: 'autoMode', title: 'EKS Auto Mode' });
  if (autoscaler && wantsPods(autoscaler)) {
    found.push({
      kind: 'clusterAutoscaler',
      title: `Cluster Autoscaler by ${liveObject(autoscaler).path}`,
    });
  }
  if (karpenter && pools.length > 0) {
    found.push({
      kind: 'karpenter',
      title: `Karpenter by ${liveObject(karpenter).path}`,
    });
  }
  if (productOnFargate(given).all)
    found.push({ kind: 'fargate', title: 'AWS Fargate' });
  return {
    found,
    gaps: [cluster, toolDeployments, nodePools].flatMap(fact =>
      fact.ok ? [] : [fact.reason],
    ),
  };
}

/** The Deployment of Cluster Autoscaler, under whatever name. */
export function findClusterAutoscaler(
  deployments: readonly KubernetesJson[],
): KubernetesJson | undefined {
  return deployments.find(deployment =>
    runs(deployment, /(?:^|\/)cluster-autoscaler(?:-[a-z0-9]+)?$/),
  );
}

function runs(deployment: KubernetesJson, repository: RegExp): boolean {
  return containersOf(deployment).some(({ image }) =>
    repository.test(imageRepository(String(image ?? ''))),
  );
}

/** The containers of a Deployment's pods. */
export function containersOf(deployment: KubernetesJson) {
  const { containers } = recordOf(
    recordOf(recordOf(deployment.spec).template).spec,
  );
  return (Array.isArray(containers) ? containers : []).map(recordOf);
}

/** False for a Deployment that is scaled to zero. */
export function wantsPods({ spec }: KubernetesJson): boolean {
  return spec?.replicas !== 0;
}
