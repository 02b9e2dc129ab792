import type { LiveSecrets } from '../../facts/live';
import { NOW } from '../../facts/live/fixture/healthy.fixture';
import {
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { authenticatingBy, notDeployed } from '../propertiesChanges.fixture';
import { soundSigningKeys } from './soundSigningKeys';

const SIGNATURES = authenticatingBy('digital-signature');
const KEY = 'Secret scalardl-ledger/ledger-keys certificate';
const TLS = 'Secret scalardl-ledger/ledger-tls tls.crt';
const LATER = '2028-01-01T00:00:00.000Z';

const SOUND: LiveSecrets = {
  signingKey: { curve: 'P-256' },
  certificates: [
    { id: KEY, notAfter: LATER, ofSigningKey: true },
    { id: TLS, notAfter: LATER },
  ],
};

const secrets = (changes: Partial<LiveSecrets> = {}) => [
  SIGNATURES,
  onLedger('secrets', () => ({ ...SOUND, ...changes })),
];

const trials: Trial[] = [
  {
    trap: 'a sound key and certificates that go on',
    changes: secrets(),
    verdict: 'pass',
    says: 'it is an ECDSA key on P-256',
  },
  {
    trap: 'a key on another curve',
    changes: secrets({
      signingKey: { curve: 'P-384', problem: 'it is an ECDSA key on P-384' },
    }),
    verdict: 'fail',
    says: 'it is an ECDSA key on P-384',
  },
  {
    trap: 'a key of RSA',
    changes: secrets({ signingKey: { problem: 'it is a key of type rsa' } }),
    verdict: 'fail',
    says: 'it is a key of type rsa',
  },
  {
    trap: 'no key at all',
    changes: secrets({ signingKey: undefined }),
    verdict: 'fail',
    says: 'no signing key is configured',
  },
  {
    trap: 'a certificate that ends this moment',
    changes: secrets({
      certificates: [{ id: KEY, notAfter: NOW, ofSigningKey: true }],
    }),
    verdict: 'fail',
    says: `${KEY} ended ${NOW}`,
  },
  {
    trap: 'a certificate that ends later on the same day',
    changes: secrets({
      certificates: [
        { id: KEY, notAfter: '2026-11-23T23:00:00.000Z', ofSigningKey: true },
      ],
    }),
    verdict: 'pass',
    says: 'is valid until 2026-11-23T23:00:00.000Z',
  },
  {
    trap: 'an ended certificate beside those that go on',
    changes: secrets({
      certificates: [
        ...SOUND.certificates,
        { id: 'another', notAfter: '2026-11-22T00:00:00.000Z' },
      ],
    }),
    verdict: 'fail',
    says: 'another ended 2026-11-22',
  },
  {
    trap: 'certificates of TLS only, which say nothing of the signing key',
    changes: secrets({ certificates: [{ id: TLS, notAfter: LATER }] }),
    verdict: 'pass',
    says: 'it is an ECDSA key on P-256; no Secret of the product holds the certificate of the signing key; it is registered',
  },
  {
    trap: 'an ended certificate of TLS beside a key without one',
    changes: secrets({
      certificates: [{ id: TLS, notAfter: '2026-11-22T00:00:00.000Z' }],
    }),
    verdict: 'fail',
    says: `${TLS} ended 2026-11-22`,
  },
  {
    trap: 'an unsound key without a certificate',
    changes: secrets({
      signingKey: { curve: 'P-384', problem: 'it is an ECDSA key on P-384' },
      certificates: [],
    }),
    verdict: 'fail',
    says: 'it is an ECDSA key on P-384',
  },
  {
    trap: 'a shared secret instead of keys',
    changes: [onLedger('secrets', () => SOUND)],
    verdict: 'skipped',
    says: 'authenticates by hmac',
  },
  {
    trap: 'a shared secret, and Secrets that were denied',
    changes: [unreadOnLedger('secrets')],
    verdict: 'skipped',
    says: 'authenticates by hmac',
  },
  {
    trap: 'a method that an environment variable sets',
    changes: [...secrets(), authenticatingBy('${env:METHOD}')],
    verdict: 'unknown',
    says: 'is set by an environment variable',
  },
  {
    trap: 'Secrets that nobody asked to read',
    changes: [SIGNATURES],
    verdict: 'skipped',
    says: 'read-secrets is not set',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'Secrets that were denied',
    changes: [SIGNATURES, unreadOnLedger('secrets')],
    verdict: 'unknown',
    says: 'secrets was denied',
  },
];

describe('sound-signing-keys, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(soundSigningKeys, trial)).toEqual(expected(trial));
  });
});
