import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEksctl } from './findEksctl';

const VERSION = '9.9.9';
const PROCESSOR = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
const SYSTEM = { linux: 'Linux', darwin: 'Darwin' }[process.platform as string];
const ARCHIVE = `eksctl_${SYSTEM}_${PROCESSOR}.tar.gz`;

describe('findEksctl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'find-eksctl-'));
  const cache = join(folder, 'cache');
  const bin = join(folder, 'bin');
  const before = { ...process.env };
  const requested: string[] = [];
  const files = new Map<string, Buffer | string>();
  let server: Server;
  let url = '';

  /** A program that says that it is this version. */
  function fakeEksctl(directory: string, version: string): string {
    mkdirSync(directory, { recursive: true });
    const path = join(directory, 'eksctl');
    writeFileSync(path, `#!/bin/sh\necho ${version}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  /** Serves a release as GitHub does. */
  function release(version: string, checksum?: string): string {
    const built = mkdtempSync(join(folder, 'release-'));
    fakeEksctl(built, version);
    const archive = join(built, ARCHIVE);
    execFileSync('tar', ['-czf', archive, '-C', built, 'eksctl']);
    const content = readFileSync(archive);
    const digest = createHash('sha256').update(content).digest('hex');
    files.set(`/v${VERSION}/${ARCHIVE}`, content);
    files.set(
      `/v${VERSION}/eksctl_checksums.txt`,
      `${'0'.repeat(64)}  eksctl_Other_amd64.tar.gz\n${checksum ?? digest}  ${ARCHIVE}\n`,
    );
    return digest;
  }

  const source = (sha256?: string) => ({
    version: VERSION,
    download: { url, sha256 },
  });

  beforeAll(async () => {
    server = createServer((request, response) => {
      requested.push(request.url ?? '');
      const content = files.get(request.url ?? '');
      response.writeHead(content === undefined ? 404 : 200).end(content);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    rmSync(cache, { recursive: true, force: true });
    rmSync(bin, { recursive: true, force: true });
    requested.length = 0;
    files.clear();
    process.env.RUNNER_TOOL_CACHE = cache;
    process.env.PATH = `${bin}:${before.PATH}`;
  });

  afterAll(() => {
    process.env = before;
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('downloads the release, compares its checksum and keeps it in the tool cache', async () => {
    release(VERSION);
    const found = await findEksctl(source());
    const place = join(cache, 'eksctl', VERSION, process.arch);
    expect(found).toMatchObject({
      path: join(place, 'eksctl'),
      version: VERSION,
    });
    expect(existsSync(`${place}.complete`)).toBe(true);
    expect(readdirSync(place)).toEqual(['eksctl']);

    requested.length = 0;
    await expect(findEksctl(source())).resolves.toMatchObject({
      origin: 'the tool cache',
    });
    expect(requested).toEqual([]);
  });

  it('is content with a checksum of its own', async () => {
    const digest = release(VERSION);
    files.delete(`/v${VERSION}/eksctl_checksums.txt`);
    await expect(findEksctl(source(digest))).resolves.toMatchObject({
      version: VERSION,
    });
  });

  it.each([
    ['eksctl-sha256', '1'.repeat(64), undefined],
    ['eksctl-download-url', undefined, '1'.repeat(64)],
  ])(
    'keeps nothing that has another checksum than %s',
    async (input, pinned, published) => {
      release(VERSION, published);
      await expect(findEksctl(source(pinned))).rejects.toThrow(
        new RegExp(`^${input}: expected .* with the SHA-256 1+, received`),
      );
      expect(readdirSync(join(cache, 'eksctl', VERSION))).toEqual([]);
    },
  );

  it('names the version that does not exist', async () => {
    await expect(findEksctl(source())).rejects.toThrow(
      /^eksctl-download-url: expected a release of eksctl at .*v9\.9\.9.* received status 404/,
    );
  });

  it('refuses a release that says it is another', async () => {
    release('9.9.8');
    await expect(findEksctl(source())).rejects.toThrow(
      /^eksctl-version: expected .* to be eksctl 9\.9\.9, received 9\.9\.8/,
    );
  });

  it('takes the one on PATH where its version is the right one', async () => {
    const path = fakeEksctl(bin, VERSION);
    await expect(findEksctl(source())).resolves.toEqual({
      path,
      version: VERSION,
      origin: 'PATH',
    });
    expect(requested).toEqual([]);
  });

  it('leaves another version on PATH alone', async () => {
    fakeEksctl(bin, '1.0.0');
    release(VERSION);
    const { path } = await findEksctl(source());
    expect(path.startsWith(cache)).toBe(true);
  });

  it('does not take an unfinished download for an eksctl', async () => {
    fakeEksctl(join(cache, 'eksctl', VERSION, process.arch), '1.0.0');
    release(VERSION);
    await expect(findEksctl(source())).resolves.toMatchObject({
      version: VERSION,
    });
  });

  it('takes the given path, and says what it is', async () => {
    const path = fakeEksctl(join(folder, 'given'), 'v0.200.0');
    await expect(findEksctl({ path, version: VERSION })).resolves.toEqual({
      path,
      version: '0.200.0',
      origin: 'eksctl-path',
    });
  });

  it('names the given path where no eksctl is', async () => {
    await expect(
      findEksctl({ path: '/bin/true', version: VERSION }),
    ).rejects.toThrow(/^eksctl-path: expected an eksctl at \/bin\/true/);
  });
});
