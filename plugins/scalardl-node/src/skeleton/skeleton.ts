/** One file of a skeleton, with its path inside the skeleton's folder. */
export interface SkeletonFile {
  path: string;
  content: string;
}

/**
 * The text files of a generated repository before an environment is known. Templates are trusted code: eta
 * compiles them to JavaScript.
 */
export interface Skeleton {
  /** Stamp that a generated repository carries: package version and digest of the content. */
  version: string;
  /** Paths in the generated repository that are written once and never judged. */
  personOwned: readonly string[];
  files: readonly SkeletonFile[];
}

/** Ends the name of a file that is rendered rather than copied. */
export const TEMPLATE_SUFFIX = '.eta';

/** The folder whose templates are only included by others. */
export const PARTIALS = '_partials/';

/** The file that tells the renderer about the folder. */
export const MANIFEST = 'skeleton.yaml';
