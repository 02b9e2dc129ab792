import {
  type InputDefinitions,
  InputError,
  type RawInputs,
  helpText,
  readRawInputs,
} from './inputs';
import { type Presentation, type Runner, fail, present } from './surface';

/** An action that is a command too. */
export interface Action<Definitions extends InputDefinitions> {
  /** How a person starts it, for `--help`. */
  command: string;
  inputs: Definitions;
  /** @throws InputError for inputs that cannot be used; any other error is shown with its cause */
  run(inputs: RawInputs<Definitions>): Promise<Presentation>;
}

/** Runs the action once, with this process's inputs and outputs. */
export async function runAction<Definitions extends InputDefinitions>(
  action: Action<Definitions>,
  runner: Runner,
): Promise<void> {
  const start = { argv: process.argv.slice(2), env: process.env };
  if (start.argv.includes('--help')) {
    process.stdout.write(helpText(action.command, action.inputs));
    return;
  }
  try {
    const inputs = readRawInputs(action.inputs, start);
    await present(await action.run(inputs), { start, runner });
  } catch (error) {
    const annotations = error instanceof InputError ? error.annotations : [];
    fail({ message: describeError(error), annotations }, { start, runner });
  }
}

/** The message and the messages of everything that caused it, so that the file system's own reason is seen. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof InputError || error.cause === undefined) {
    return error.message;
  }
  return `${error.message} Cause: ${describeError(error.cause)}`;
}
