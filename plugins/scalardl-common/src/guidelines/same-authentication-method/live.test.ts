import {
  type Trial,
  expected,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import {
  authenticatingBy,
  notDeployed,
  withLines,
  withoutKeys,
} from '../propertiesChanges.fixture';
import { sameAuthenticationMethod } from './sameAuthenticationMethod';

const METHOD = 'scalar.dl.auditor.authentication.method';
const SHARED = 'servers.authentication.hmac.secret_key';

const trials: Trial[] = [
  {
    trap: 'HMAC on both sides',
    verdict: 'pass',
    says: 'Ledger uses "hmac", Auditor "hmac"',
  },
  {
    trap: 'digital signatures on both sides',
    changes: [authenticatingBy('digital-signature')],
    verdict: 'pass',
    says: 'Ledger uses "digital-signature", Auditor "digital-signature"',
  },
  {
    trap: 'a side that leaves it to the default',
    changes: [withoutKeys('auditor', METHOD)],
    verdict: 'fail',
    says: 'Ledger uses "hmac", Auditor "digital-signature"',
  },
  {
    trap: 'a method that ScalarDL does not know, on both sides',
    changes: [authenticatingBy('HMAC')],
    verdict: 'fail',
    says: 'Ledger uses "HMAC", Auditor "HMAC"',
  },
  {
    trap: 'a method that an environment variable sets',
    changes: [withLines('auditor', `${METHOD}=\${env:METHOD}`)],
    verdict: 'unknown',
    says: 'the method is set by an environment variable',
  },
  {
    trap: 'HMAC without the shared key on one side',
    changes: [withoutKeys('auditor', `scalar.dl.auditor.${SHARED}`)],
    verdict: 'fail',
    says: `scalar.dl.auditor.${SHARED} is not set`,
  },
  {
    trap: 'two shared keys that are written out and differ',
    changes: [
      withLines('ledger', `scalar.dl.ledger.${SHARED}=one`),
      withLines('auditor', `scalar.dl.auditor.${SHARED}=other`),
    ],
    verdict: 'fail',
    says: 'the two sides have different shared keys',
  },
  {
    trap: 'no Auditor',
    changes: [notDeployed('auditor')],
    verdict: 'skipped',
    says: 'not both deployed',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'Ledger: properties was denied',
  },
].map(trial => ({ scope: 'pair' as const, ...(trial as Trial) }));

describe('same-authentication-method, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(sameAuthenticationMethod, trial)).toEqual(expected(trial));
  });
});
