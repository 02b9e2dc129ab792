import {
  type Presentation,
  type RunContext,
  problemAnnotation,
} from '@scalardl-on-eks/action-toolkit';
import {
  annotations,
  countVerdicts,
  overallVerdict,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { VerifyInputs } from './inputs';
import type { Judgement } from './judgement';
import { failureOf } from './present/failure';
import { writeReportFiles } from './present/reportFiles';
import { summaryOf, textOf } from './present/summary';

const ALL = { error: Infinity, warning: Infinity, notice: Infinity };

/** Judges, writes the report, and says whether the run fails. */
export async function main(
  inputs: VerifyInputs,
  context: RunContext,
): Promise<Presentation> {
  const judgement = await judge(inputs, context);
  const { report, problems } = judgement;
  const files = await writeReportFiles(report, inputs.reportDirectory);
  const broken = failureOf(report, inputs.failOn);
  const refused = await keepOnGitHub(judgement, {
    inputs,
    context,
    failure: broken,
  });
  const failures = [broken, ...refused].filter(text => text !== undefined);
  return {
    text: textOf(judgement),
    summary: summaryOf(judgement),
    annotations: [
      ...problems.map(problemAnnotation),
      ...annotations(report, ALL),
    ],
    outputs: {
      verdict: overallVerdict(report),
      counts: JSON.stringify(countVerdicts(report)),
      ...files,
    },
    failure: failures.length > 0 ? failures.join('\n') : undefined,
  };
}

/** What one stage needs is loaded for it alone. */
async function judge(
  inputs: VerifyInputs,
  context: RunContext,
): Promise<Judgement> {
  const startedAt = new Date();
  if (inputs.stage === 'plan') {
    const { judgeFiles } = await import('./plan/judgeFiles');
    return judgeFiles(inputs.subject, startedAt);
  }
  const { judgeClusters } = await import('./live/judgeClusters');
  return judgeClusters(inputs, { ...context, startedAt });
}

/** A run that was asked for a record and could not keep it fails, but not before its report is out. */
async function keepOnGitHub(
  { report }: Judgement,
  {
    inputs,
    context,
    failure,
  }: { inputs: VerifyInputs; context: RunContext; failure?: string },
): Promise<string[]> {
  const { gitHub } = inputs;
  if (!gitHub.comment && !gitHub.issue) return [];
  const { keepRecords } = await import('./github/keepRecords');
  return keepRecords(report, {
    options: gitHub,
    failure,
    progress: context.progress,
  });
}
