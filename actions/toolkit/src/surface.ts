import { randomUUID } from 'node:crypto';
import type * as core from '@actions/core';
import {
  ANNOTATIONS_OF_A_STEP,
  type Annotation,
  limitAnnotations,
  printableLines,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type Start, isWorkflow } from './inputs';

/**
 * What is used of @actions/core. An action's `index.ts` hands it in by name, so that its bundle leaves out the
 * parts that speak HTTP.
 */
export type Runner = Pick<
  typeof core,
  'error' | 'notice' | 'setFailed' | 'setOutput' | 'summary' | 'warning'
>;

/** Where an action runs. */
export interface Place {
  start: Start;
  runner: Runner;
}

/**
 * Half of what GitHub takes as a comment, with room for what stands around: the verdicts and the rendered
 * difference share one, in bytes or characters.
 */
export const COMMENT_SHARE = 32_000;

/** What an action shows and hands on when it is done. */
export interface Presentation {
  /** Printed on a terminal, and in a workflow's log. */
  text: string;
  /** The job summary. */
  summary: string;
  /** Worst first; what goes beyond GitHub's limits is cut, and the last one says so. */
  annotations: readonly Annotation[];
  outputs: Readonly<Record<string, string>>;
  /** Why the run fails; left out where it succeeds. */
  failure?: string;
}

/** Shows the result where the action runs: in a workflow, or on a terminal. */
export async function present(
  { text, summary, annotations, outputs, failure }: Presentation,
  { start, runner }: Place,
): Promise<void> {
  const inGitHub = start.env.GITHUB_ACTIONS === 'true';
  process.stdout.write(inGitHub ? withoutCommands(text) : text);
  if (isWorkflow(start)) {
    for (const [name, value] of Object.entries(outputs)) {
      runner.setOutput(name, value);
    }
    // GitHub Enterprise Server before 3.6 and some local runners have no job summary.
    if (start.env.GITHUB_STEP_SUMMARY) {
      await runner.summary.addRaw(summary).write();
    }
  }
  if (failure) fail({ message: failure, annotations }, { start, runner });
  else if (isWorkflow(start)) {
    annotate(limitAnnotations(annotations), runner);
  }
}

/** Ends the run as failed, with the sentence that says why and, in a workflow, remarks beside lines. */
export function fail(
  {
    message,
    annotations,
  }: { message: string; annotations: readonly Annotation[] },
  { start, runner }: Place,
): void {
  if (!isWorkflow(start)) {
    process.stderr.write(`${printableLines(message)}\n`);
    process.exitCode = 1;
    return;
  }
  // The sentence itself is an error, too.
  const error = ANNOTATIONS_OF_A_STEP.error - 1;
  const limits = { ...ANNOTATIONS_OF_A_STEP, error };
  annotate(limitAnnotations(annotations, limits), runner);
  runner.setFailed(printableLines(message));
}

function annotate(annotations: readonly Annotation[], runner: Runner): void {
  for (const { severity, title, message, location } of annotations) {
    runner[severity](message, {
      title,
      file: location?.file,
      startLine: location?.line,
      startColumn: location?.column,
    });
  }
}

/**
 * Keeps the runner from obeying a line of the text, which quotes files of unknown origin
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#stopping-and-starting-workflow-commands).
 */
function withoutCommands(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.replace(/\n?$/, '\n')}::${token}::\n`;
}
