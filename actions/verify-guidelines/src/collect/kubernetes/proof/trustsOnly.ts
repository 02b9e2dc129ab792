import { X509Certificate } from 'node:crypto';

const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Whether whoever trusts these authorities is surely answered by the cluster: EKS makes every cluster an authority of
 * its own, so that nobody else can show a certificate of it, whatever the address and whatever tunnels stand between.
 *
 * @param trusted - certificates in PEM, in base64; those of Node where it is left out
 * @param own - the cluster's, in the same form
 */
export function trustsOnly(
  trusted: string | undefined,
  own: string | undefined,
): boolean {
  if (!trusted || !own) return false;
  const known = fingerprints(own);
  const others = fingerprints(trusted);
  return (
    others.length > 0 &&
    others.every(each => each !== undefined && known.includes(each))
  );
}

function fingerprints(base64: string): (string | undefined)[] {
  const text = Buffer.from(base64, 'base64').toString();
  return [...text.matchAll(PEM)].map(([pem]) => fingerprint(pem));
}

function fingerprint(pem: string): string | undefined {
  try {
    return new X509Certificate(pem).fingerprint256;
  } catch {
    return undefined;
  }
}
