import type { Properties } from '../../facts/properties';
import type { Side, Subject } from '../../report/report';
import { flagSubject } from '../flagSubject';

const KEYS: Readonly<Record<Side, readonly string[]>> = {
  ledger: ['scalar.dl.ledger.server.tls.enabled'],
  auditor: [
    'scalar.dl.auditor.server.tls.enabled',
    'scalar.dl.auditor.tls.enabled',
  ],
};

export const EXPECTED = 'TLS on every connection';

/** Whether the product listens with TLS and, on the Auditor side, calls Ledger with it. */
export function tlsSubjects(properties: Properties, side: Side): Subject[] {
  return KEYS[side].map(key => flagSubject(properties, key));
}
