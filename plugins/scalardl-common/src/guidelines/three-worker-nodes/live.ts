import type { LiveNode } from '../../facts/live';
import { outOfService, suits } from '../../facts/live/capacity';
import {
  EACH_A_NODE,
  productOnFargate,
} from '../../facts/live/nodes/productOnFargate';
import { type LiveWorkload, deploymentsOf } from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { fail, pass, skipped, unknown } from '../finding';
import type { Finding } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { type Lasting, lastingNodes } from './lasting';

const FEWEST = 3;

/** How many of the nodes that do not count are explained at once. */
const MAXIMUM_REASONS = 3;

/** Labels by which EKS and Karpenter mark machines that AWS may take back at two minutes' notice. */
const SPOT_LABELS: readonly [string, string][] = [
  ['eks.amazonaws.com/capacityType', 'SPOT'],
  ['karpenter.sh/capacity-type', 'spot'],
];

/** Counts the nodes that take the product's pods now and are sure to stay, not those that somebody asked for. */
export const live = liveSideCheck({
  needs: ['nodes'],
  check: ({ nodes }, { side, settings, given }) => {
    if (productOnFargate(given).all) return skipped(EACH_A_NODE);
    const { productDeployments } = given;
    const workloads = productDeployments.ok
      ? deploymentsOf(productDeployments.value, side, { side, settings })
      : [];
    const subjects = nodes.map(node => judgeNode(node, workloads));
    const certain = subjects.filter(is('pass'));
    const open = subjects.filter(is('unknown'));
    const away = subjects.filter(is('skipped'));
    const counting = certain.flatMap(({ id }) =>
      nodes.filter(({ name }) => name === id),
    );
    const lasting = lastingNodes(counting, given);
    const evidence = {
      expected: `${FEWEST} nodes or more at all times`,
      observed: [
        `${certain.length} of ${nodes.length} nodes take the product's pods`,
        ...lasting.shrinking.slice(0, MAXIMUM_REASONS),
        ...(lasting.dynamic
          ? [`${lasting.dynamic} takes nodes away as pods allow it`]
          : []),
        ...away.slice(0, MAXIMUM_REASONS).map(({ detail }) => detail),
      ].join('; '),
      subjects,
    };
    if (certain.length + open.length < FEWEST) return fail(evidence);
    if (!productDeployments.ok)
      return unknown(
        `which nodes the product chooses is not known: ${productDeployments.reason}`,
        evidence,
      );
    if (certain.length < FEWEST)
      return unknown(open[0]?.detail ?? '', evidence);
    return judgeLasting(lasting, evidence);
  },
});

/** There are enough nodes now: whether they stay. */
function judgeLasting(
  { count, gaps }: Lasting,
  evidence: Omit<Finding, 'verdict' | 'reason'>,
): Finding {
  const [gap] = gaps;
  if (count >= FEWEST && gap !== undefined)
    return unknown(
      `how far the nodes may shrink is not known: ${gap}`,
      evidence,
    );
  return count >= FEWEST ? pass(evidence) : fail(evidence);
}

function is(verdict: Subject['verdict']) {
  return (subject: Subject) => subject.verdict === verdict;
}

function judgeNode(
  node: LiveNode,
  workloads: readonly LiveWorkload[],
): Subject {
  const { name: id } = node;
  const away = outOfService(node);
  if (away) return { id, verdict: 'skipped', detail: `${id} ${away}` };
  const { answer, detail } = suits(node, workloads);
  if (answer !== 'yes') {
    const verdict = answer === 'no' ? 'skipped' : 'unknown';
    return { id, verdict, detail: `${id} ${detail}` };
  }
  const spot = SPOT_LABELS.some(([key, value]) => node.labels[key] === value);
  return spot
    ? {
        id,
        verdict: 'skipped',
        detail: `${id} is a spot node, which AWS may take back`,
      }
    : { id, verdict: 'pass', detail: `${id} ${detail}` };
}
