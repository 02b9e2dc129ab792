import { ENVIRONMENT_FILE } from '../../environment/environmentFile';
import type { Guideline } from '../../guidelines/guideline';
import type { Report, Result } from '../report';
import { needsAction, worstFirst } from '../verdicts/worstFirst';
import type { SarifLog, SarifRule } from './log';
import { message } from './message';
import { sarifResult } from './result';
import { rule, ruleOfUnknown } from './rule';

/**
 * Most results of a run that GitHub stores; it takes 25,000 and drops the rest by itself
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 */
export const SARIF_RESULTS = 5000;

export interface SarifOptions {
  /**
   * `problems`: what fails or is unknown, as an upload to GitHub needs it, because GitHub makes an alert of
   * every result whatever its kind (https://github.com/microsoft/PSRule/issues/955). `all`: every result.
   */
  include?: 'problems' | 'all';
  /** File of results that stand nowhere in particular; GitHub refuses a log with one that has no place. */
  fallbackFile?: string;
  /** Most results; the worst are kept, and a notification says how many were left out. */
  maximumResults?: number;
}

/** A report as a SARIF 2.1.0 log, ready for `JSON.stringify`. The guidelines become its rules. */
export function toSarif(
  report: Report,
  guidelines: readonly Guideline[],
  {
    include = 'problems',
    fallbackFile = ENVIRONMENT_FILE,
    maximumResults = SARIF_RESULTS,
  }: SarifOptions = {},
): SarifLog {
  const wanted = worstFirst(report.results).filter(
    result => include === 'all' || needsAction(result),
  );
  const kept = wanted.slice(0, maximumResults);
  const rules = rulesOf(kept, guidelines);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const leftOut = wanted.length - kept.length;
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...driver(report.tool), rules } },
        automationDetails: { id: `${category(report)}/` },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: report.complete,
            startTimeUtc: report.startedAt,
            ...(leftOut > 0
              ? {
                  toolExecutionNotifications: [
                    { level: 'warning', message: cutMessage(leftOut) },
                  ],
                }
              : {}),
          },
        ],
        results: kept.map(result =>
          sarifResult(result, {
            ruleIndex: indices.get(result.guideline) ?? 0,
            fallbackFile,
          }),
        ),
      },
    ],
  };
}

function rulesOf(
  results: readonly Result[],
  guidelines: readonly Guideline[],
): SarifRule[] {
  const known = new Set(guidelines.map(({ id }) => id));
  const others = new Map(
    results
      .filter(({ guideline }) => !known.has(guideline))
      .map(({ guideline, level }) => [guideline, level]),
  );
  return [
    ...guidelines.map(rule),
    ...Array.from(others, ([id, level]) => ruleOfUnknown(id, level)),
  ];
}

/** `@scope/name 1.2.3` as name and version; GitHub groups alerts by the name. */
function driver(tool: string) {
  const match = /^(.+) (\d+\.\d+\.\d+\S*)$/.exec(tool);
  return {
    name: match?.[1] ?? (tool || 'scalardl-on-eks'),
    ...(match?.[2] ? { semanticVersion: match[2] } : {}),
    informationUri: 'https://github.com/scalardl-on-eks/scalardl-on-eks',
  };
}

/** Keeps an upload of one stage from replacing that of the other. */
function category({ results }: Report): string {
  return `scalardl-guidelines/${results[0]?.stage ?? 'plan'}`;
}

function cutMessage(leftOut: number) {
  return message(
    `${leftOut} results are left out here; scalardl-report.json holds every one.`,
  );
}
