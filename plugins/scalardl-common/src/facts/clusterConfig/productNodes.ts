import type { Side } from '../../report/report';
import type { Fact } from '../fact';
import { listOf } from '../plain/plain';
import type { Certainty } from '../kubernetes/certainty';
import { placementOf, productWorkload } from '../release/workload';
import type { SourceDocument } from '../sourceDocument';
import { type NodeGroup, nodeGroups } from './nodeGroups';
import { mayRunOn } from './placement';
import { blockingTaints } from './taints';

/** A node group, and whether Ledger or Auditor pods may run on it. */
export interface ProductNodes {
  group: NodeGroup;
  answer: Certainty;
  /** Why the answer is not `yes`. */
  detail?: string;
}

/**
 * Every node group with its answer. Where the product's values are not known, only a taint makes a group
 * doubtful: without one every pod may run there.
 */
export function productNodes(
  clusterConfig: SourceDocument,
  { side, product }: { side: Side; product: Fact<SourceDocument> },
): ProductNodes[] {
  return nodeGroups(clusterConfig).map(group => {
    if (!product.ok) {
      const tainted = blockingTaints(group, []).length > 0;
      return tainted
        ? {
            group,
            answer: 'unknown',
            detail: `whether the product tolerates the taints is not known: ${product.reason}`,
          }
        : { group, answer: 'yes' };
    }
    const workload = productWorkload(product.value, {
      side,
      release: undefined,
    });
    const answer = mayRunOn(placementOf(workload), group);
    return {
      group,
      answer,
      detail:
        answer === 'yes'
          ? undefined
          : explain(group, workload.get('tolerations')),
    };
  });
}

function explain(group: NodeGroup, tolerations: unknown): string {
  const [taint] = blockingTaints(group, listOf(tolerations));
  return taint
    ? `the taint ${taint.key}:${taint.effect} keeps the product's pods away`
    : "the product's nodeSelector or node affinity does not choose these nodes";
}
