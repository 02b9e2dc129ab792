import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, problemAnnotation } from '@scalardl-on-eks/action-toolkit';
import {
  ENVIRONMENT_FILE,
  type Environment,
  formatProblem,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';

/**
 * Reads the environment file of a folder.
 *
 * @throws InputError where it cannot be read, or with every problem of the file
 */
export async function readEnvironment(
  root: string,
): Promise<{ environment: Environment; source: string }> {
  const file = join(root, ENVIRONMENT_FILE);
  const source = await readFile(file, 'utf8').catch((cause: Error) => {
    throw new InputError(
      [
        `environment: expected a file ${file} that can be read: ${cause.message}.`,
      ],
      { cause },
    );
  });
  const parsed = parseEnvironment(source, { file });
  if (parsed.ok) return { environment: parsed.environment, source };
  throw new InputError(parsed.problems.map(formatProblem), {
    annotations: parsed.problems.map(problemAnnotation),
  });
}
