import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { ENVIRONMENT_FILE } from '@scalardl-on-eks/plugin-scalardl-common';
import { environmentText } from './environmentText';

/** The text of an environment file, and what it is called in messages. */
export interface EnvironmentSource {
  text: string;
  file: string;
}

/**
 * The environment that a step gives, as text.
 *
 * @throws InputError where not exactly one input is given, or the file cannot be read.
 * @throws NotAllowedError where the file is outside the workspace.
 */
export async function givenSource(
  input: { environment?: unknown; environmentFile?: string },
  workspacePath: string,
): Promise<EnvironmentSource> {
  const { environment, environmentFile } = input;
  if ((environment === undefined) === (environmentFile === undefined)) {
    throw new InputError(
      `Expected one of the inputs "environment" and "environmentFile", received ${environment === undefined ? 'neither' : 'both'}.`,
    );
  }
  if (environmentFile === undefined) {
    return { text: environmentText(environment), file: ENVIRONMENT_FILE };
  }
  const path = resolveSafeChildPath(workspacePath, environmentFile);
  try {
    return { text: await readFile(path, 'utf8'), file: environmentFile };
  } catch (cause) {
    throw new InputError(
      `Expected the input "environmentFile" to name a file in the workspace, received "${environmentFile}", which cannot be read.`,
      cause as Error,
    );
  }
}
