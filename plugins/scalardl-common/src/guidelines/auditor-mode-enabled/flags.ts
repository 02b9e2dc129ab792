import type { Properties } from '../../facts/properties';
import type { Subject } from '../../report/report';
import { flagSubject } from '../flagSubject';

const FLAGS = [
  'scalar.dl.ledger.proof.enabled',
  'scalar.dl.ledger.auditor.enabled',
];

export const EXPECTED = 'proof and auditor enabled, with a key to sign proofs';

/** The two switches that must be on. */
export function flagSubjects(properties: Properties): Subject[] {
  return FLAGS.map(key => flagSubject(properties, key));
}
