import type { LivePod } from '../../facts/live';
import { TITLES, readyPodsOf } from '../../facts/live/product';
import { fail, pass, skipped } from '../finding';
import { type Finding, type Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

const FEWEST = 3;

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const productPodsOnThreeNodes: Guideline = {
  id: 'product-pods-on-three-nodes',
  level: 'recommendation',
  title: 'Ledger or Auditor pods stand evenly on three nodes or more',
  source: source(
    'eksClusters',
    'Create at least three worker nodes and three pods per EKS cluster',
  ),
  pass: 'The pods of the product stand on at least three nodes, evenly.',
  fail: 'The loss of one node takes more than its share of the product’s pods.',
  remedy:
    'Delete a pod of the fullest node once three nodes have room for one, so that the scheduler places it anew.',
  live: liveSideCheck({
    needs: ['productPods'],
    check: ({ productPods }, { side, settings }) => {
      const pods = readyPodsOf(productPods, side, { side, settings });
      return pods.length === 0
        ? skipped(`no ready ${TITLES[side]} pod`)
        : judgeNodes(pods);
    },
  }),
};

/** Preferred anti-affinity is a wish: where the pods are is what counts. */
function judgeNodes(pods: readonly LivePod[]): Finding {
  const counts = new Map<string, number>();
  pods.forEach(({ node = '(no node)' }) =>
    counts.set(node, (counts.get(node) ?? 0) + 1),
  );
  const most = Math.ceil(pods.length / FEWEST);
  const evidence = {
    expected: `${FEWEST} nodes or more, with ${most} of ${pods.length} pods on each at most`,
    observed: `${pods.length} pods on ${counts.size} nodes: ${[...counts].map(([node, count]) => `${count} on ${node}`).join(', ')}`,
    subjects: [...counts].map(([node, count]) => ({
      id: node,
      verdict: count > most ? ('fail' as const) : ('pass' as const),
      detail: `${count} of ${pods.length} pods on ${node}`,
    })),
  };
  const even = Math.max(...counts.values()) <= most;
  return counts.size >= FEWEST && even ? pass(evidence) : fail(evidence);
}
