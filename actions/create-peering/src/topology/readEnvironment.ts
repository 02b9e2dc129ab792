import { InputError, problemAnnotation } from '@scalardl-on-eks/action-toolkit';
import {
  type Environment,
  formatProblem,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** @throws InputError with every problem of the file */
export function readEnvironment(source: string, file: string): Environment {
  const parsed = parseEnvironment(source, { file });
  if (parsed.ok) return parsed.environment;
  throw new InputError(
    parsed.problems.map(problem => `environment: ${formatProblem(problem)}`),
    { annotations: parsed.problems.map(problemAnnotation) },
  );
}
