import type { Download } from './runInputs';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Only an address that nobody on the way can change: HTTPS, or this machine itself. */
export function readDownload(
  { url, sha256 }: { url: string; sha256: string },
  problems: string[],
): Download | undefined {
  const parsed = URL.parse(url);
  const safe =
    parsed?.protocol === 'https:' ||
    (parsed?.protocol === 'http:' && LOOPBACK.has(parsed.hostname));
  if (!safe) {
    problems.push(
      `eksctl-download-url: expected an address that begins with https://, received ${JSON.stringify(url)}.`,
    );
  }
  if (sha256 && !/^[0-9a-f]{64}$/i.test(sha256)) {
    problems.push(
      `eksctl-sha256: expected 64 hexadecimal digits, received ${JSON.stringify(sha256)}.`,
    );
  }
  return parsed
    ? {
        url: parsed.href.replace(/\/$/, ''),
        sha256: sha256.toLowerCase() || undefined,
      }
    : undefined;
}
