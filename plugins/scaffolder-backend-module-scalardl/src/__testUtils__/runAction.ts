import { mockServices } from '@backstage/backend-test-utils';
import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

export type StepOptions<Input extends JsonObject> = Pick<
  ActionContext<Input>,
  'input' | 'workspacePath'
> &
  Partial<Pick<ActionContext<Input>, 'checkpoint' | 'isDryRun' | 'task'>>;

/** A running step, and what the action says meanwhile. */
export interface RunningStep {
  done: Promise<void>;
  outputs: Record<string, unknown>;
  log: string[];
}

/** Runs one action with a mock context that keeps outputs and log; also as a dry run, or as a step that starts again. */
export function runAction<Input extends JsonObject, Output extends JsonObject>(
  action: TemplateAction<Input, Output>,
  options: StepOptions<Input>,
): RunningStep {
  const outputs: Record<string, unknown> = {};
  const log: string[] = [];
  const keep = (message: string) => void log.push(message);
  const done = action.handler({
    ...createMockActionContext<Input, Output>({
      input: options.input,
      workspacePath: options.workspacePath,
    }),
    ...options,
    logger: mockServices.logger.mock({ info: keep, warn: keep }),
    output: (name, value) => {
      outputs[String(name)] = value;
    },
  });
  return { done, outputs, log };
}
