import {
  changed,
  healthyFacts,
} from '../../facts/live/fixture/healthy.fixture';
import type { LiveFacts } from '../../facts/live';
import { rule } from '../../facts/live/security/changes.fixture';
import { readProperties } from '../../facts/properties';
import { judgeLive } from '../judge';
import { auditorReachesLedger } from '../auditor-reaches-ledger/auditorReachesLedger';

export const healthy = healthyFacts();

export const ledger = 'ledger' as const;
/** The group that the controller made for the load balancer. */
export const balancer = { side: ledger, id: 'sg-ledger-balancer' };
/** The group of the nodes. */
export const nodes = { side: ledger, id: 'sg-ledger-cluster' };

export function judge(facts: LiveFacts) {
  const [result] = judgeLive([auditorReachesLedger], facts);
  const details = result?.subjects.map(({ detail }) => detail).join('\n');
  return { ...result, text: [result?.reason, details].join('\n') };
}

/** Rules for both ports of Ledger. */
export function admitting(...cidrs: string[]) {
  return () => ({
    ingress: [rule({ ports: { from: 50051, to: 50052 }, cidrs })],
  });
}

/** The healthy pair, in which Ledger listens elsewhere. */
export function withProperty(facts: LiveFacts, line: string): LiveFacts {
  const whole = { file: 'ledger.properties', line: 1, column: 1 };
  const properties = readProperties(line, { whole, locateLine: () => whole });
  return changed(facts, { side: ledger, fact: 'properties' }, () => properties);
}

/** Every target of Ledger’s load balancer changed. */
export function withTargets(
  facts: LiveFacts,
  change: (target: { id: string; port: number; state: string }) => {
    id: string;
    port: number;
    state: string;
  },
) {
  return changed(facts, { side: ledger, fact: 'targetHealth' }, groups =>
    groups.map(group => ({ ...group, targets: group.targets.map(change) })),
  );
}
