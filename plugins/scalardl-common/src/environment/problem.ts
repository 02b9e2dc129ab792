import type { Location } from '../report/report';

/** One thing that is wrong with an environment file. */
export interface Problem extends Location {
  /** Path of the key, such as `spec.ledger.network.cidr`; empty for the whole file. */
  key: string;
  expected: string;
  received: string;
  /** What to change. */
  remedy: string;
}

/** `scalardl.yaml:12:11 spec.ledger.network.cidr: expected …, received …. Remedy.` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, key, expected, received, remedy } = problem;
  const subject = key ? ` ${key}` : '';
  return `${file}:${line}:${column}${subject}: expected ${expected}, received ${received}. ${remedy}`;
}
