import type { LiveSecrets, SideLiveFacts } from '../../facts/live';
import { sharedKey, toldMethod } from '../../facts/product/authentication';
import { SIDES, type Side } from '../../report/report';
import { fail, pass, skipped, unknown } from '../finding';
import type { Finding, Guideline } from '../guideline';
import { livePairCheck } from '../liveCheck';
import { source } from '../sources';

const EXPECTED = 'the same HMAC secret key on both sides';

/** https://scalardl.scalar-labs.com/docs/latest/authentication/ */
export const sameAuthenticationSecret: Guideline = {
  id: 'same-authentication-secret',
  level: 'requirement',
  title: 'Ledger and Auditor share one HMAC secret',
  source: source('authentication', 'HMAC'),
  pass: 'Both sides are given the same HMAC secret key; digests of it were compared in memory.',
  fail: 'Ledger and Auditor refuse each other’s messages, because their HMAC secret keys differ or one is missing.',
  remedy:
    'Put the same value into the Secrets of both sides from which servers.authentication.hmac.secret_key comes, and restart the pods.',
  live: livePairCheck({
    needs: ['properties'],
    check: ({ ledger, auditor }, { given }) => {
      if (!ledger.properties || !auditor.properties) {
        return skipped('Ledger and Auditor are not both deployed');
      }
      const methods = {
        ledger: toldMethod(ledger.properties, 'ledger'),
        auditor: toldMethod(auditor.properties, 'auditor'),
      };
      return (
        whyNotShared(methods) ??
        judgeSecrets(given.ledger.secrets, given.auditor.secrets)
      );
    },
  }),
};

function whyNotShared(
  methods: Record<Side, ReturnType<typeof toldMethod>>,
): Finding | undefined {
  const all = SIDES.map(side => methods[side]);
  const other = all.find(method => method !== undefined && method !== 'hmac');
  if (other !== undefined) {
    return skipped(
      `off, because a side authenticates by ${other}, not by hmac`,
    );
  }
  return all.includes(undefined)
    ? unknown('the authentication method is set by an environment variable')
    : undefined;
}

/** Secrets matter only where one is shared, so what could not be read of them harms nobody else. */
function judgeSecrets(
  ledger: SideLiveFacts['secrets'],
  auditor: SideLiveFacts['secrets'],
): Finding {
  if (!ledger.ok) return unknown(`Ledger: ${ledger.reason}`);
  if (!auditor.ok) return unknown(`Auditor: ${auditor.reason}`);
  return ledger.value && auditor.value
    ? compare({ ledger: ledger.value, auditor: auditor.value })
    : skipped('off, because read-secrets is not set');
}

/** Not even a digest is part of the evidence. */
function compare(secrets: Record<Side, LiveSecrets>): Finding {
  const missing = SIDES.filter(side => !secrets[side].hmacSecretDigest);
  if (missing.length > 0) {
    const observed = `${missing.map(sharedKey).join(' and ')} is not set or empty`;
    return fail({ expected: EXPECTED, observed });
  }
  return secrets.ledger.hmacSecretDigest === secrets.auditor.hmacSecretDigest
    ? pass({ expected: EXPECTED, observed: 'the digests of both are equal' })
    : fail({ expected: EXPECTED, observed: 'the digests of both differ' });
}
