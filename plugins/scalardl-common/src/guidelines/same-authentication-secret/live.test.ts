import type { LiveSecrets } from '../../facts/live';
import {
  type Change,
  type Trial,
  expected,
  onAuditor,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import {
  authenticatingBy,
  notDeployed,
  withLines,
} from '../propertiesChanges.fixture';
import { sameAuthenticationSecret } from './sameAuthenticationSecret';

const digests = (ledger?: string, auditor?: string): Change[] => {
  const secrets = (hmacSecretDigest?: string): LiveSecrets => ({
    hmacSecretDigest,
    certificates: [],
  });
  return [
    onLedger('secrets', () => secrets(ledger)),
    onAuditor('secrets', () => secrets(auditor)),
  ];
};

const trials: Trial[] = [
  {
    trap: 'one secret on both sides',
    changes: digests('0a1b', '0a1b'),
    verdict: 'pass',
    says: 'the digests of both are equal',
  },
  {
    trap: 'two secrets under the same name',
    changes: digests('0a1b', '2c3d'),
    verdict: 'fail',
    says: 'the digests of both differ',
  },
  {
    trap: 'a secret that only one side has',
    changes: digests('0a1b'),
    verdict: 'fail',
    says: 'scalar.dl.auditor.servers.authentication.hmac.secret_key is not set',
  },
  {
    trap: 'no secret on both sides, which are equal in that',
    changes: digests(),
    verdict: 'fail',
    says: 'is not set or empty',
  },
  {
    trap: 'Secrets that nobody asked to read',
    verdict: 'skipped',
    says: 'read-secrets is not set',
  },
  {
    trap: 'Secrets that were read of one side only',
    changes: digests('0a1b', '0a1b').slice(0, 1),
    verdict: 'skipped',
    says: 'read-secrets is not set',
  },
  {
    trap: 'digital signatures',
    changes: [
      ...digests('0a1b', '2c3d'),
      authenticatingBy('digital-signature'),
    ],
    verdict: 'skipped',
    says: 'authenticates by digital-signature',
  },
  {
    trap: 'digital signatures, and Secrets that were denied',
    changes: [authenticatingBy('digital-signature'), unreadOnLedger('secrets')],
    verdict: 'skipped',
    says: 'authenticates by digital-signature',
  },
  {
    trap: 'a method that an environment variable sets',
    changes: [
      ...digests('0a1b', '0a1b'),
      withLines('ledger', 'scalar.dl.ledger.authentication.method=${env:M}'),
    ],
    verdict: 'unknown',
    says: 'is set by an environment variable',
  },
  {
    trap: 'no Auditor',
    changes: [notDeployed('auditor')],
    verdict: 'skipped',
    says: 'not both deployed',
  },
  {
    trap: 'Secrets that were denied',
    changes: [unreadOnLedger('secrets')],
    verdict: 'unknown',
    says: 'Ledger: secrets was denied',
  },
].map(trial => ({ scope: 'pair' as const, ...(trial as Trial) }));

describe('same-authentication-secret, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(sameAuthenticationSecret, trial)).toEqual(expected(trial));
  });

  it.each([digests('0a1b', '0a1b'), digests('0a1b', '2c3d')])(
    'shows nothing of the digests',
    (...changes) => {
      const trial = { trap: '', scope: 'pair', verdict: 'pass' } as const;
      const { says } = tryOut(sameAuthenticationSecret, {
        ...trial,
        changes,
        says: 'everything that is said',
      });
      expect(says).toContain('the digests of both');
      expect(says).not.toMatch(/0a1b|2c3d/);
    },
  );
});
