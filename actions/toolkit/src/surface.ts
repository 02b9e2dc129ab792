import { randomUUID } from 'node:crypto';
import {
  error,
  notice,
  setFailed,
  setOutput,
  summary as jobSummary,
  warning,
} from '@actions/core';
import {
  ANNOTATIONS_OF_A_STEP,
  type Annotation,
  type AnnotationLimits,
  limitAnnotations,
  printableLines,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type Start, isWorkflow } from './inputs';

/** By name, so that a bundle leaves out the parts of the library that speak HTTP. */
const ANNOTATE = { error, notice, warning };

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
  start: Start,
): Promise<void> {
  const inGitHub = start.env.GITHUB_ACTIONS === 'true';
  process.stdout.write(inGitHub ? withoutCommands(text) : text);
  if (isWorkflow(start)) {
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
    // GitHub Enterprise Server before 3.6 and some local runners have no job summary.
    if (start.env.GITHUB_STEP_SUMMARY) {
      await jobSummary.addRaw(summary).write();
    }
  }
  if (failure) fail(failure, start, annotations);
  else if (isWorkflow(start)) annotate(annotations, ANNOTATIONS_OF_A_STEP);
}

/** Ends the run as failed, with the sentence that says why and, in a workflow, remarks beside lines. */
export function fail(
  message: string,
  start: Start,
  annotations: readonly Annotation[],
): void {
  if (!isWorkflow(start)) {
    process.stderr.write(`${printableLines(message)}\n`);
    process.exitCode = 1;
    return;
  }
  // The sentence itself is an error, too.
  annotate(annotations, {
    ...ANNOTATIONS_OF_A_STEP,
    error: ANNOTATIONS_OF_A_STEP.error - 1,
  });
  setFailed(printableLines(message));
}

function annotate(
  annotations: readonly Annotation[],
  limits: AnnotationLimits,
): void {
  const shown = limitAnnotations(annotations, limits);
  for (const { severity, title, message, location } of shown) {
    ANNOTATE[severity](message, {
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
