import type { LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
} from '../../facts/live/fixture/healthy.fixture';
import { readProperties } from '../../facts/properties';
import type { Side } from '../../report/report';
import { judgeLive } from '../judge';
import { portsAgree } from '../ports-agree/portsAgree';

export const healthy = healthyFacts();
export const ledger = 'ledger' as const;

export function judge(facts: LiveFacts) {
  const [result] = judgeLive([portsAgree], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

export function withProperties(
  facts: LiveFacts,
  side: Side,
  text: string,
): LiveFacts {
  const whole = { file: `${side}.properties`, line: 1, column: 1 };
  return changed(facts, { side, fact: 'properties' }, () =>
    readProperties(text, { whole, locateLine: () => whole }),
  );
}
