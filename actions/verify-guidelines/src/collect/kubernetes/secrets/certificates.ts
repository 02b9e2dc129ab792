import { type KeyObject, X509Certificate } from 'node:crypto';
import type { LiveSecrets } from '@scalardl-on-eks/plugin-scalardl-common';
import { withLines } from './signingKey';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

type Certificate = LiveSecrets['certificates'][number];

/**
 * When the certificates in a Secret end, and which of them belong to the key with which the product signs.
 *
 * @param title - such as `Secret scalardl-ledger/ledger-tls`
 * @throws Error that names the key under which a certificate cannot be read
 */
export function certificatesIn(
  title: string,
  content: Readonly<Record<string, string>>,
  signingKey?: KeyObject,
): Certificate[] {
  return Object.entries(content).flatMap(([key, text]) => {
    const found = withLines(text).match(CERTIFICATE) ?? [];
    return found.map((pem, index) => ({
      id: `${title} ${key}${index > 0 ? ` (${index + 1})` : ''}`,
      ...describe(pem, { place: `${title} ${key}`, signingKey }),
    }));
  });
}

function describe(
  pem: string,
  { place, signingKey }: { place: string; signingKey?: KeyObject },
): Omit<Certificate, 'id'> {
  try {
    const certificate = new X509Certificate(pem);
    const notAfter = new Date(certificate.validTo).toISOString();
    return signingKey && certificate.checkPrivateKey(signingKey)
      ? { notAfter, ofSigningKey: true }
      : { notAfter };
  } catch {
    // The cause may quote what was read.
    throw new Error(`The certificate in ${place} cannot be read.`);
  }
}
