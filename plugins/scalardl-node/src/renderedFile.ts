/** One file of a generated repository. */
export interface RenderedFile {
  /** Path inside the repository, with forward slashes. */
  path: string;
  content: string;
  /** `tool`: compared and rewritten; `person`: written once, then left alone. */
  owner: 'tool' | 'person';
}
