import {
  type InputDefinitions,
  InputError,
  type RawInputs,
  helpText,
  isWorkflow,
  readRawInputs,
} from './inputs';
import { type Progress, terminalProgress, workflowProgress } from './progress';
import { type Presentation, type Runner, fail, present } from './surface';

/** What an action may use while it works. */
export interface RunContext {
  progress: Progress;
  /** Aborted when the workflow is cancelled or a person presses Ctrl-C; aborted twice, the process ends. */
  signal: AbortSignal;
}

/** An action that is a command too. */
export interface Action<Definitions extends InputDefinitions> {
  /** How a person starts it, for `--help`. */
  command: string;
  inputs: Definitions;
  /** @throws InputError for inputs that cannot be used; any other error is shown with its cause */
  run(
    inputs: RawInputs<Definitions>,
    context: RunContext,
  ): Promise<Presentation>;
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
    const presentation = await action.run(inputs, {
      progress: isWorkflow(start)
        ? workflowProgress(process.stdout)
        : terminalProgress(process.stderr),
      signal: cancellation(),
    });
    await present(presentation, { start, runner });
  } catch (error) {
    const annotations = error instanceof InputError ? error.annotations : [];
    fail({ message: describeError(error), annotations }, { start, runner });
  }
}

/**
 * GitHub cancels with SIGINT, and with SIGTERM 7.5 seconds later
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-cancellation).
 */
function cancellation(): AbortSignal {
  const controller = new AbortController();
  const abort = () => controller.abort();
  process.once('SIGINT', abort).once('SIGTERM', abort);
  return controller.signal;
}

/**
 * The message and the messages of everything that caused it, so that the file system's own reason is seen; a
 * reason that the message quotes already is not said twice.
 */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof InputError || error.cause === undefined) {
    return error.message;
  }
  const cause = describeError(error.cause);
  return error.message.includes(cause.replace(/\.$/, ''))
    ? error.message
    : `${error.message} Cause: ${cause}`;
}
