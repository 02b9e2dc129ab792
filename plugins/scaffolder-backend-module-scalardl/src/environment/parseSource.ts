import { InputError } from '@backstage/errors';
import {
  type Environment,
  formatProblem,
  guidelines,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { EnvironmentSource } from './givenSource';

/**
 * The environment in a text.
 *
 * @param today - ISO date by which dated support tables and waivers are judged
 * @throws InputError with every problem at once.
 */
export function parseSource(
  { text, file }: EnvironmentSource,
  today: string,
): Environment {
  const parsed = parseEnvironment(text, { file, today, guidelines });
  if (parsed.ok) return parsed.environment;
  const { problems } = parsed;
  const lines = problems.map(problem => `- ${formatProblem(problem)}`);
  throw new InputError(
    `Expected an environment without problems, received ${problems.length}; nothing is rendered.\n${lines.join('\n')}`,
  );
}
