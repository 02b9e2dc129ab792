import type { Location, Report } from '../report';
import { printable, shortened } from '../text/printable';
import { sentence } from '../text/sentence';
import {
  type Severity,
  needsAction,
  severityOf,
  worstFirst,
} from '../verdicts/worstFirst';

/** A remark that GitHub shows beside a line of a file. */
export interface Annotation {
  severity: Severity;
  title: string;
  message: string;
  location?: Location;
}

/** How many annotations of each severity there may be. */
export type AnnotationLimits = Record<Severity, number>;

/**
 * Most annotations of one step that GitHub shows; more vanish without a word
 * (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations).
 */
export const ANNOTATIONS_OF_A_STEP: AnnotationLimits = {
  error: 10,
  warning: 10,
  notice: 10,
};

/** Longest message, in characters: more than anybody reads beside a line. */
const MAXIMUM_LENGTH = 2000;

/**
 * What fails or is unknown, as annotations: requirements are errors, recommendations warnings, derived
 * guidelines notices, each worst first and within GitHub's limits.
 */
export function annotations(
  report: Report,
  limits: AnnotationLimits = ANNOTATIONS_OF_A_STEP,
): Annotation[] {
  const all = worstFirst(report.results)
    .filter(needsAction)
    .map((result): Annotation => ({
      severity: severityOf(result.level),
      title: printable(
        `${result.guideline} (${result.level}, ${result.scope}): ${result.verdict}`,
      ),
      message: shortened(sentence(result), MAXIMUM_LENGTH),
      location: result.location,
    }));
  return limitAnnotations(all, limits);
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/**
 * The first annotations of each severity, errors before warnings before notices. Where one severity has more
 * than its limit, its last place says how many are not shown.
 */
export function limitAnnotations(
  all: readonly Annotation[],
  limits: AnnotationLimits = ANNOTATIONS_OF_A_STEP,
): Annotation[] {
  return SEVERITIES.flatMap(severity => {
    const limit = limits[severity];
    const own = all.filter(annotation => annotation.severity === severity);
    if (own.length <= limit) return own;
    if (limit < 1) return [];
    const shown = own.slice(0, limit - 1);
    return [...shown, remainder(severity, own.slice(shown.length))];
  });
}

function remainder(
  severity: Severity,
  others: readonly Annotation[],
): Annotation {
  const titles = others.map(({ title }) => title).join('; ');
  return {
    severity,
    title: `${others.length} more are not shown beside their lines`,
    message: shortened(
      `The job summary lists every one: ${titles}.`,
      MAXIMUM_LENGTH,
    ),
  };
}
