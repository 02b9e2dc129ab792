import { type KeyPair, selfSigned } from '../certificate.ts';
import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import { authority, productName, secretName } from './release.ts';

/** The one secret that both sides share; nothing of it may be in a report. */
export const SHARED_SECRET = 'shared-between-ledger-and-auditor';

/** Far enough away for every guideline. */
export function inTwoYears(): Date {
  return new Date(Date.now() + 2 * 365 * 24 * 3_600_000);
}

/** The Secrets that the product and Envoy of a side name. */
export function secrets(plan: SidePlan): Manifest[] {
  const { namespace, side } = plan;
  const product = selfSigned(authority(plan), inTwoYears());
  const envoy = selfSigned(`envoy.${authority(plan)}`, inTwoYears());
  const secret = (name: string, stringData: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    stringData,
  });
  return [
    secret(secretName(plan, 'credentials'), {
      SCALAR_DB_USERNAME: side,
      SCALAR_DB_PASSWORD: `password-of-${side}`,
      SCALAR_DL_HMAC_CIPHER_KEY: `cipher-key-of-${side}`,
      SCALAR_DL_HMAC_SECRET_KEY: SHARED_SECRET,
      SCALAR_DL_LICENSE_KEY: `licence-of-${side}`,
      SCALAR_DL_LICENSE_CHECK_CERT_PEM: product.certificate,
    }),
    // The charts make this one too, whatever the storage.
    secret(productName(plan), {
      'db-username': 'cassandra',
      'db-password': 'cassandra',
    }),
    secret(secretName(plan, 'tls'), tlsOf(product)),
    secret(secretName(plan, 'envoy-tls'), tlsOf(envoy)),
    ...(side === 'auditor'
      ? [secret('ledger-envoy-ca', authorityOfPeer(plan))]
      : []),
  ];
}

function tlsOf({ certificate, privateKey }: KeyPair): Record<string, string> {
  return {
    'ca.crt': certificate,
    'tls.crt': certificate,
    'tls.key': privateKey,
  };
}

function authorityOfPeer({ peer }: SidePlan): Record<string, string> {
  const { certificate } = selfSigned(`envoy.${authority(peer)}`, inTwoYears());
  return { 'ca.crt': certificate };
}
