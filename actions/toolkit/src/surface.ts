import * as core from '@actions/core';
import type { Annotation } from '@scalardl-on-eks/plugin-scalardl-common';
import { isWorkflow } from './inputs';

/** What an action shows and hands on when it is done. */
export interface Presentation {
  /** Printed on a terminal, and in a workflow's log. */
  text: string;
  /** The job summary. */
  summary: string;
  annotations: readonly Annotation[];
  outputs: Readonly<Record<string, string>>;
  /** Why the run fails; left out where it succeeds. */
  failure?: string;
}

/** Shows the result where the action runs: in a workflow, or on a terminal. */
export async function present(
  presentation: Presentation,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  process.stdout.write(presentation.text);
  if (isWorkflow(env)) await presentInWorkflow(presentation, env);
  if (presentation.failure) fail(presentation.failure, env);
}

async function presentInWorkflow(
  { summary, annotations, outputs }: Presentation,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  for (const { severity, title, message, location } of annotations) {
    core[severity](message, {
      title,
      file: location?.file,
      startLine: location?.line,
      startColumn: location?.column,
    });
  }
  for (const [name, value] of Object.entries(outputs)) {
    core.setOutput(name, value);
  }
  // GitHub Enterprise Server before 3.6 and some local runners have no job summary.
  if (env.GITHUB_STEP_SUMMARY) await core.summary.addRaw(summary).write();
}

/** Ends the run as failed, with the sentence that says why. */
export function fail(message: string, env: NodeJS.ProcessEnv): void {
  if (isWorkflow(env)) core.setFailed(message);
  else {
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
