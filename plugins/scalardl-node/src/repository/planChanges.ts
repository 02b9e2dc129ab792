import type { RepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-common';
import type { RenderedFile } from '../renderedFile';
import { isRepositoryPath } from './path';
import { readStamp, STAMP_FILE } from './stamp';

/** What rendering does to one file. */
export interface Change {
  path: string;
  change: 'create' | 'update' | 'remove' | 'keep';
  /** Content before, where the file is there. */
  before?: string;
  /** Content after, where the file stays or comes. */
  after?: string;
}

/**
 * Compares a rendering with a repository. A person's file is created when it is missing and otherwise kept as it
 * is. A file that the repository's stamp names as the tool's and that is no longer rendered is removed.
 *
 * @returns one change a file, sorted by path; files that are nobody's business are left out
 */
export function planChanges(
  rendered: readonly RenderedFile[],
  existing: RepositoryFiles,
): Change[] {
  const changes = rendered.map(file =>
    compare(file, contentOf(existing, file.path)),
  );
  const paths = new Set(rendered.map(({ path }) => path));
  return [...changes, ...removals(paths, existing)].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
}

function compare(
  { path, content, owner }: RenderedFile,
  before: string | undefined,
): Change {
  if (before === undefined) return { path, change: 'create', after: content };
  if (owner === 'person' || before === content) {
    return { path, change: 'keep', before, after: before };
  }
  return { path, change: 'update', before, after: content };
}

function removals(
  rendered: ReadonlySet<string>,
  existing: RepositoryFiles,
): Change[] {
  const text = contentOf(existing, STAMP_FILE);
  const stamped = text === undefined ? undefined : readStamp(text)?.files;
  return [...new Set(stamped)].flatMap(path => {
    const before = contentOf(existing, path);
    if (rendered.has(path) || before === undefined || !isRepositoryPath(path)) {
      return [];
    }
    return [{ path, change: 'remove' as const, before }];
  });
}

function contentOf(files: RepositoryFiles, path: string): string | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined;
}
