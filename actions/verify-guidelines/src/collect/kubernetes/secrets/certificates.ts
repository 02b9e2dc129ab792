import { X509Certificate } from 'node:crypto';
import type { LiveSecrets } from '@scalardl-on-eks/plugin-scalardl-common';
import { withLines } from './signingKey';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/**
 * When the certificates in a Secret end.
 *
 * @param title - such as `Secret scalardl-ledger/ledger-tls`
 * @throws Error that names the key under which a certificate cannot be read
 */
export function certificatesIn(
  title: string,
  content: Readonly<Record<string, string>>,
): LiveSecrets['certificates'] {
  return Object.entries(content).flatMap(([key, text]) => {
    const found = withLines(text).match(CERTIFICATE) ?? [];
    return found.map((pem, index) => ({
      id: `${title} ${key}${index > 0 ? ` (${index + 1})` : ''}`,
      notAfter: endOf(pem, `${title} ${key}`),
    }));
  });
}

function endOf(pem: string, place: string): string {
  try {
    return new Date(new X509Certificate(pem).validTo).toISOString();
  } catch {
    // The cause may quote what was read.
    throw new Error(`The certificate in ${place} cannot be read.`);
  }
}
