import type { LiveNode } from '../../facts/live';
import { outOfService, suits } from '../../facts/live/capacity';
import { type LiveWorkload, deploymentsOf } from '../../facts/live/product';
import type { Subject } from '../../report/report';
import { fail, pass, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';

const FEWEST = 3;

/** How many of the nodes that do not count are explained at once. */
const MAXIMUM_REASONS = 3;

/** Labels by which EKS and Karpenter mark machines that AWS may take back at two minutes' notice. */
const SPOT_LABELS: readonly [string, string][] = [
  ['eks.amazonaws.com/capacityType', 'SPOT'],
  ['karpenter.sh/capacity-type', 'spot'],
];

/** Counts the nodes that take the product's pods now, not those that somebody asked for. */
export const live = liveSideCheck({
  needs: ['nodes'],
  check: ({ nodes }, { side, settings, given }) => {
    const { productDeployments } = given;
    const workloads = productDeployments.ok
      ? deploymentsOf(productDeployments.value, side, { side, settings })
      : [];
    const subjects = nodes.map(node => judgeNode(node, workloads));
    const certain = subjects.filter(is('pass'));
    const open = subjects.filter(is('unknown'));
    const away = subjects.filter(is('skipped'));
    const evidence = {
      expected: `${FEWEST} nodes or more`,
      observed: [
        `${certain.length} of ${nodes.length} nodes take the product's pods`,
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
    return certain.length >= FEWEST
      ? pass(evidence)
      : unknown(open[0]?.detail ?? '', evidence);
  },
});

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
