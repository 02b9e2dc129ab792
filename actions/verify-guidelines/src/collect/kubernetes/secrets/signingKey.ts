import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { LiveSecrets } from '@scalardl-on-eks/plugin-scalardl-common';

const PRIVATE_KEY =
  /-----BEGIN ((?:[A-Z]+ )*PRIVATE KEY)-----[\s\S]*?-----END \1-----/;

/** Names by which people know the curves that OpenSSL names otherwise. */
const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

/** What a signing key is, in words that hold nothing of it. */
export function describeSigningKey(
  text: string,
): NonNullable<LiveSecrets['signingKey']> {
  const pem = pemIn(text);
  if (!pem) return { problem: 'it holds no private key in PEM' };
  const key = openSigningKey(text);
  if (!key) {
    return { problem: 'its private key cannot be read, or is encrypted' };
  }
  const { namedCurve } = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType !== 'ec' || !namedCurve) {
    return { problem: `it is a key of type ${key.asymmetricKeyType}` };
  }
  const curve = CURVES[namedCurve] ?? namedCurve;
  return curve === 'P-256'
    ? { curve }
    : { curve, problem: `it is an ECDSA key on ${curve}` };
}

/** The key itself, which never leaves the collector; `undefined` where it cannot be read. */
export function openSigningKey(text: string): KeyObject | undefined {
  const pem = pemIn(text);
  if (!pem) return undefined;
  try {
    return createPrivateKey(pem);
  } catch {
    // The cause may quote the key.
    return undefined;
  }
}

/** A block of EC parameters may stand before it, and a variable may hold its lines as `\n`. */
function pemIn(text: string): string | undefined {
  return PRIVATE_KEY.exec(withLines(text))?.[0];
}

/** A text whose lines are written as `\n` as one with lines. */
export function withLines(text: string): string {
  return text.replaceAll('\\n', '\n');
}
