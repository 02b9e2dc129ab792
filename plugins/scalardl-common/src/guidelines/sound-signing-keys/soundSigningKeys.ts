import type { LiveSecrets } from '../../facts/live';
import { toldMethod } from '../../facts/product/authentication';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/HowToCreateKeyAndCertificateFiles/ */
export const soundSigningKeys: Guideline = {
  id: 'sound-signing-keys',
  level: 'requirement',
  title:
    'Signing keys are ECDSA on P-256, and no certificate beside them has ended',
  source: source('productionChecklistLedger', 'Key and certificate'),
  pass: 'The side signs with an ECDSA key on P-256, and no certificate in the product’s Secrets has ended.',
  fail: 'The side signs with a key that ScalarDL cannot use, or a certificate has ended.',
  remedy:
    'Make a new ECDSA key on P-256 (prime256v1) with a certificate signed by SHA256, put both into the Secret of the key, and register the certificate with the other side.',
  live: liveSideCheck({
    needs: ['properties'],
    check: ({ properties }, { side, today, now, given }) => {
      if (!properties) return skipped('the product is not deployed');
      const method = toldMethod(properties, side);
      if (method === undefined) {
        return unknown(
          'the authentication method is set by an environment variable',
        );
      }
      if (method !== 'digital-signature') {
        return skipped(`off, because the side authenticates by ${method}`);
      }
      if (!given.secrets.ok) return unknown(given.secrets.reason);
      const secrets = given.secrets.value;
      if (!secrets) return skipped('off, because read-secrets is not set');
      const at = now ?? today;
      const registered = registeredCertificate(secrets);
      const key = keySubject(secrets);
      const finding = combine(
        [
          key,
          ...secrets.certificates.map(one => certificateSubject(one, at)),
          ...registered,
        ],
        {
          none: 'no keys',
          expected: 'an ECDSA key on P-256 and certificates that are valid',
        },
      );
      // What was not judged is said beside what was.
      const [open] = registered;
      return open && finding.verdict === 'pass'
        ? { ...finding, observed: `${key.detail}; ${open.detail}` }
        : finding;
    },
  }),
};

function keySubject({ signingKey }: LiveSecrets): Subject {
  const id = 'signing key';
  if (!signingKey) {
    return { id, verdict: 'fail', detail: 'no signing key is configured' };
  }
  const { curve, problem } = signingKey;
  return problem === undefined
    ? { id, verdict: 'pass', detail: `it is an ECDSA key on ${curve}` }
    : { id, verdict: 'fail', detail: problem };
}

function certificateSubject(
  { id, notAfter }: LiveSecrets['certificates'][number],
  at: string,
): Subject {
  const ended = Date.parse(notAfter) <= Date.parse(at);
  return {
    id,
    verdict: ended ? 'fail' : 'pass',
    detail: `${id} ${ended ? 'ended' : 'is valid until'} ${notAfter}`,
  };
}

/**
 * The product reads only the private key out of a Secret. Its certificate is registered once and stands in the other
 * side's database (https://scalardl.scalar-labs.com/docs/latest/authentication/), where no right of ours reaches.
 */
function registeredCertificate({
  certificates,
  signingKey,
}: LiveSecrets): Subject[] {
  if (!signingKey || certificates.some(({ ofSigningKey }) => ofSigningKey))
    return [];
  return [
    {
      id: 'certificate of the signing key',
      verdict: 'skipped',
      detail:
        'no Secret of the product holds the certificate of the signing key; it is registered in the database of the other side, so when it ends is not judged',
    },
  ];
}
