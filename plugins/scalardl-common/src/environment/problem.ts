import type { Location } from '../report/report';

/** One thing that is wrong with an environment file. */
export interface Problem extends Location {
  /** Path of the key, such as `spec.ledger.network.cidr`; empty for the whole file. */
  key: string;
  expected: string;
  received: string;
  /** What to change. */
  remedy: string;
  /** Id of the guideline that the file would break. */
  guideline?: string;
}

/** `scalardl.yaml:12:11 spec.ledger.network.cidr: expected …, received …. Remedy. (guideline disjoint-address-ranges)` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, key, expected, received, remedy } = problem;
  const subject = key ? ` ${key}` : '';
  const source = problem.guideline ? ` (guideline ${problem.guideline})` : '';
  return `${file}:${line}:${column}${subject}: expected ${expected}, received ${received}. ${remedy}${source}`;
}
