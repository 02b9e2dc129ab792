import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { EksctlSource } from '../inputs/runInputs';
import { askVersion } from './askVersion';
import { downloadEksctl } from './download';
import { type Eksctl, EksctlError } from './eksctl';
import { ToolCache } from './toolCache';

/**
 * Finds the eksctl that was asked for: at the given path, in the runner's tool cache, on PATH where its
 * version is the right one, or in the release, from where it goes into the tool cache.
 */
export async function findEksctl(source: EksctlSource): Promise<Eksctl> {
  if ('path' in source) return givenEksctl(source.path);
  const { version, download } = source;
  const cache = new ToolCache();
  const entry = { version, architecture: process.arch };
  const cached = await cache.find(entry);
  if (cached) return checked(cached, version, 'the tool cache');
  const onPath = await eksctlOnPath(version);
  if (onPath) return onPath;
  const archive = archiveName();
  const path = await cache.add(entry, folder =>
    downloadEksctl({ ...download, version, archive }, folder),
  );
  return checked(path, version, `${download.url}, checksum compared`);
}

async function givenEksctl(path: string): Promise<Eksctl> {
  try {
    const version = await askVersion(path);
    return { path, version, origin: 'eksctl-path' };
  } catch (cause) {
    throw new EksctlError(
      `eksctl-path: expected an eksctl at ${path} that tells its version.`,
      { cause },
    );
  }
}

async function checked(
  path: string,
  version: string,
  origin: string,
): Promise<Eksctl> {
  const received = await askVersion(path).catch((cause: unknown) => {
    throw new EksctlError(
      `eksctl-version: expected ${path} to be eksctl ${version}, but it did not run; remove it, or give eksctl-path.`,
      { cause },
    );
  });
  if (received === version) return { path, version, origin };
  throw new EksctlError(
    `eksctl-version: expected ${path} to be eksctl ${version}, received ${received}; remove it, or give eksctl-path.`,
  );
}

async function eksctlOnPath(version: string): Promise<Eksctl | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'eksctl');
    const executable = await access(path, constants.X_OK).then(
      () => folder !== '',
      () => false,
    );
    // Another version on PATH is somebody else's choice, and no reason to fail.
    const found = executable
      ? await askVersion(path).catch(() => undefined)
      : undefined;
    if (found === version) return { path, version, origin: 'PATH' };
  }
  return undefined;
}

/** https://github.com/eksctl-io/eksctl/releases */
function archiveName(): string {
  const system = { linux: 'Linux', darwin: 'Darwin' }[
    process.platform as string
  ];
  const processor = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  if (system && processor) return `eksctl_${system}_${processor}.tar.gz`;
  throw new EksctlError(
    `eksctl-path: expected the path of an eksctl on ${process.platform} ${process.arch}, for which this action downloads none.`,
  );
}
