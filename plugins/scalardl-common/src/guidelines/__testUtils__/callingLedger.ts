import { read } from '../../facts/fact';
import type { LiveFacts } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { readProperties } from '../../facts/properties';
import { HOST } from '../auditor-points-at-ledger/host';

/** The Auditor calls this host, or none where it is left out. */
export function calling(
  host: string | undefined,
  facts = healthyFacts(),
): LiveFacts {
  const text = host === undefined ? 'a=b' : `${HOST}=${host}`;
  const whole = { file: 'auditor.properties', line: 1, column: 1 };
  const properties = readProperties(text, { whole, locateLine: () => whole });
  return {
    ...facts,
    auditor: {
      ...facts.auditor,
      properties: read(properties, 'the Kubernetes API'),
    },
  };
}
