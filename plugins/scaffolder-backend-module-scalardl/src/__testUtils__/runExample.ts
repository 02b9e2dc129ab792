import type {
  TemplateAction,
  TemplateExample,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { validate } from 'jsonschema';
import { parse } from 'yaml';
import { runAction } from './runAction';

/** An action of any input and output, as a registry holds it. */
type RegisteredAction = Pick<TemplateAction, 'id' | 'schema'> & {
  handler(context: never): Promise<void>;
};

/**
 * Runs an example as the scaffolder runs a template: the text is parsed, each step finds its action by id,
 * and the input passes the schema before the handler sees it.
 *
 * @returns the outputs of the last step
 */
export async function runExample(
  example: TemplateExample,
  options: { actions: readonly RegisteredAction[]; workspacePath: string },
): Promise<Record<string, unknown>> {
  const { actions, workspacePath } = options;
  const { steps } = parse(example.example) as {
    steps: { action: string; input?: JsonObject }[];
  };
  let outputs: Record<string, unknown> = {};
  for (const step of steps) {
    const action = actions.find(({ id }) => id === step.action);
    if (!action) throw new Error(`No action is called ${step.action}.`);
    const input = step.input ?? {};
    validate(input, action.schema?.input ?? {}, { throwError: true });
    const running = runAction(action as TemplateAction, {
      input,
      workspacePath,
    });
    await running.done;
    outputs = running.outputs;
  }
  return outputs;
}
