import type { LiveFacts } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import { judgeLive } from '../judge';
import { administrativePortsClosed } from '../administrative-ports-closed/administrativePortsClosed';

export const healthy = healthyFacts();
export const ledger = 'ledger' as const;
export const nodes = { side: ledger, id: 'sg-ledger-cluster' };

export function judge(facts: LiveFacts) {
  const [result] = judgeLive([administrativePortsClosed], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

export function opening(rest: Parameters<typeof rule>[0]) {
  return withGroup(healthy, nodes, ({ ingress }) => ({
    ingress: [...ingress, rule(rest)],
  }));
}
