import type { RepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type RenderedFile,
  STAMP_FILE,
  readStamp,
} from '@scalardl-on-eks/plugin-scalardl-node';

/** Which skeleton rendered the repository, and which one this action carries. */
export interface Stamps {
  /** Left out where the repository has no stamp. */
  found?: string;
  carried: string;
}

/** Reads both stamps; the first thing to know about a difference is whether the skeleton is another one. */
export function compareStamps(
  rendered: readonly RenderedFile[],
  existing: RepositoryFiles,
): Stamps {
  const stamp = rendered.find(({ path }) => path === STAMP_FILE);
  return {
    found: skeletonOf(existing[STAMP_FILE]),
    carried: skeletonOf(stamp?.content) ?? '',
  };
}

function skeletonOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : readStamp(text)?.skeleton;
}

/** One sentence, where the stamps say anything about a difference. */
export function describeStamps({ found, carried }: Stamps): string | undefined {
  if (found === carried) return undefined;
  return found === undefined
    ? `The repository has no stamp of an earlier rendering; this action carries skeleton ${carried}.`
    : `The repository was rendered by skeleton ${found}; this action carries ${carried}, so part of the difference is that upgrade.`;
}
