import {
  type FailOn,
  type Report,
  exceeds,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** How many guidelines the closing sentence names. */
const NAMED = 5;

/** Why the run fails, as one sentence; `undefined` where it does not. */
export function failureOf(report: Report, failOn: FailOn): string | undefined {
  if (report.results.length === 0) {
    return 'Nothing was judged, which proves nothing. Check that the inputs name the right files.';
  }
  if (!report.complete) {
    return 'The run ended before everything was read; what was not read is unknown. Run it again, and raise timeout if the time was over.';
  }
  if (failOn === 'never') return undefined;
  const broken = exceeds(report, failOn);
  if (broken.length === 0) return undefined;
  const names = [...new Set(broken.map(({ guideline }) => guideline))];
  const shown = names.slice(0, NAMED).join(', ');
  const rest = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const subject =
    names.length === 1
      ? '1 guideline does not hold or could not be judged'
      : `${names.length} guidelines do not hold or could not be judged`;
  return `${subject}: ${shown}${rest}. The report says where and what to change; fail-on is ${failOn}.`;
}
