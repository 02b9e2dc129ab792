import {
  type Annotation,
  type Problem,
  formatProblem,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** A problem of an environment file as a remark beside its line. */
export function problemAnnotation(problem: Problem): Annotation {
  const { file, line, column, key } = problem;
  return {
    severity: 'error',
    title: `${key || file} is not valid`,
    message: formatProblem(problem),
    location: { file, line, column },
  };
}
