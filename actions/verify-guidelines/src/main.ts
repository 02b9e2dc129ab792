import {
  type Presentation,
  type RawInputs,
  problemAnnotation,
} from '@scalardl-on-eks/action-toolkit';
import {
  type FailOn,
  type Report,
  annotations,
  countVerdicts,
  exceeds,
  overallVerdict,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type INPUTS, understandInputs } from './inputs';
import { judge } from './judgement';
import { writeReportFiles } from './reportFiles';
import { summaryOf, textOf } from './summary';

const ALL = { error: Infinity, warning: Infinity, notice: Infinity };

/** Judges, writes the report, and says whether the run fails. */
export async function main(
  raw: RawInputs<typeof INPUTS>,
): Promise<Presentation> {
  const { subject, failOn, reportDirectory } = understandInputs(raw);
  const judgement = await judge(subject, new Date());
  const { report, problems } = judgement;
  const files = await writeReportFiles(report, reportDirectory);
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
    failure: failureOf(report, failOn),
  };
}

function failureOf(report: Report, failOn: FailOn): string | undefined {
  if (failOn === 'never') return undefined;
  if (report.results.length === 0) {
    return 'Nothing was judged, which proves nothing. Check that the inputs name the right files.';
  }
  const broken = exceeds(report, failOn);
  if (broken.length === 0) return undefined;
  const names = [...new Set(broken.map(({ guideline }) => guideline))];
  const shown = names.slice(0, 5).join(', ');
  const rest = names.length > 5 ? ` and ${names.length - 5} more` : '';
  const subject =
    names.length === 1
      ? '1 guideline does not hold or could not be judged'
      : `${names.length} guidelines do not hold or could not be judged`;
  return `${subject}: ${shown}${rest}. The report says where and what to change; fail-on is ${failOn}.`;
}
