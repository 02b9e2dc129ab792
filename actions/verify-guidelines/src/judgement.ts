import type { Problem, Report } from '@scalardl-on-eks/plugin-scalardl-common';

/** What a stage found out. */
export interface Judgement {
  report: Report;
  /** What is wrong with the environment file itself; guidelines that need it are unknown then. */
  problems: Problem[];
  /** The pair and what connects it, as a mermaid picture. */
  picture?: string;
}
