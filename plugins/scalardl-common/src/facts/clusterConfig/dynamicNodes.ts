import { listOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';

/**
 * What starts nodes while the cluster runs, beside the node groups: the file tells neither how many nor of
 * which type. `undefined` where there is nothing of the kind.
 */
export function dynamicNodes(
  clusterConfig: SourceDocument,
): string | undefined {
  if (clusterConfig.get('autoModeConfig', 'enabled') === true) {
    const pools = clusterConfig.get('autoModeConfig', 'nodePools');
    // Auto Mode without node pools starts nothing until somebody adds one.
    if (pools === undefined || listOf(pools).length > 0) return 'EKS Auto Mode';
  }
  return clusterConfig.get('karpenter') === undefined ? undefined : 'Karpenter';
}
