import { parse } from 'yaml';
import type { RenderedFile } from '../renderedFile';
import { yamlText } from '../yaml/yamlText';

/** The file that says which skeleton rendered a repository and which files are the tool's. */
export const STAMP_FILE = '.scalardl-on-eks.yaml';

interface Stamp {
  /** Version of the skeleton. */
  skeleton: string;
  /** Tool-owned paths, sorted. */
  files: string[];
}

/** Writes the stamp for the other files of a rendering. */
export function stampFile(
  skeletonVersion: string,
  files: readonly RenderedFile[],
): RenderedFile {
  const paths = files
    .filter(({ owner }) => owner === 'tool')
    .map(({ path }) => path)
    .sort();
  return {
    path: STAMP_FILE,
    owner: 'tool',
    content: yamlText(
      'What rendered this repository, and the files that are rendered again on every change.',
      [{ data: { skeleton: skeletonVersion, files: paths } }],
    ),
  };
}

/** Reads a stamp; `undefined` where the text is not one. */
export function readStamp(text: string): Stamp | undefined {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { skeleton, files } = value as Record<string, unknown>;
  if (typeof skeleton !== 'string' || !Array.isArray(files)) return undefined;
  return {
    skeleton,
    files: files.filter(file => typeof file === 'string'),
  };
}
