import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { Download } from '../inputs/runInputs';
import { EksctlError } from './eksctl';

interface Wanted extends Download {
  version: string;
  /** File name of the release for this machine. */
  archive: string;
}

/** Puts the release's `eksctl` into the folder, after its checksum was compared. */
export async function downloadEksctl(
  wanted: Wanted,
  folder: string,
): Promise<void> {
  const base = `${wanted.url}/v${wanted.version}`;
  const expected =
    wanted.sha256 ?? (await publishedChecksum(base, wanted.archive));
  const archive = join(folder, wanted.archive);
  const received = await save(`${base}/${wanted.archive}`, archive);
  if (received !== expected) {
    throw new EksctlError(
      `${wanted.sha256 ? 'eksctl-sha256' : 'eksctl-download-url'}: expected ${wanted.archive} with the SHA-256 ${expected}, received one with ${received} from ${base}; nothing of it was run.`,
    );
  }
  await promisify(execFile)('tar', ['-xzf', archive, '-C', folder, 'eksctl']);
  await rm(archive);
}

/** From the list that stands beside the release's archives. */
async function publishedChecksum(
  base: string,
  archive: string,
): Promise<string> {
  const url = `${base}/eksctl_checksums.txt`;
  const list = await (await get(url)).text();
  const checksum = list
    .split('\n')
    .map(line => line.trim().split(/\s+/))
    .find(([, file]) => file === archive)?.[0];
  if (checksum && /^[0-9a-f]{64}$/i.test(checksum)) {
    return checksum.toLowerCase();
  }
  throw new EksctlError(
    `eksctl-version: expected a checksum of ${archive} in ${url}, found none; name a release that has one, or give eksctl-sha256.`,
  );
}

/** Saves what stands there, and returns its SHA-256. */
async function save(url: string, path: string): Promise<string> {
  const response = await get(url);
  const hash = createHash('sha256');
  if (!response.body) throw unreachable(url, 'an empty answer');
  await pipeline(
    response.body,
    async function* digest(chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(path),
  );
  return hash.digest('hex');
}

async function get(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw unreachable(url, reasonOf(cause), cause);
  }
  if (!response.ok) throw unreachable(url, `status ${response.status}`);
  if (url.startsWith('https:') && !response.url.startsWith('https:')) {
    throw unreachable(url, `a redirection to ${response.url}`);
  }
  return response;
}

function unreachable(
  url: string,
  received: string,
  cause?: unknown,
): EksctlError {
  return new EksctlError(
    `eksctl-download-url: expected a release of eksctl at ${url}, received ${received}; check eksctl-version and the address, or give eksctl-path.`,
    { cause },
  );
}

function reasonOf(cause: unknown): string {
  const { message, cause: deeper } = cause as Error;
  return deeper instanceof Error ? `${message} (${deeper.message})` : message;
}
