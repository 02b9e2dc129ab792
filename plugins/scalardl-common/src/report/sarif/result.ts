import type { Location, Result, Verdict } from '../report';
import { sentence } from '../text/sentence';
import type { SarifLocation, SarifResult } from './log';
import { message } from './message';
import { failingLevel } from './rule';

const KINDS: Record<Verdict, SarifResult['kind']> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'open',
  skipped: 'notApplicable',
  // A waiver does not make it pass: the result fails and is suppressed.
  waived: 'fail',
};

/** One result; `fallbackFile` is where a viewer shows what stands nowhere in particular. */
export function sarifResult(
  result: Result,
  { ruleIndex, fallbackFile }: { ruleIndex: number; fallbackFile: string },
): SarifResult {
  const { guideline, level, scope, stage, verdict, location, subjects } =
    result;
  const kind = KINDS[verdict];
  const related = subjects.flatMap(({ id, detail, location: place }) =>
    place ? [{ ...sarifLocation(place), message: message(detail ?? id) }] : [],
  );
  return {
    ruleId: guideline,
    ruleIndex,
    kind,
    // Anything but a failure has no level of its own (SARIF 2.1.0, 3.27.10).
    level: kind === 'fail' ? failingLevel(level) : 'none',
    message: message(`${sentence(result)} (${scope})`),
    locations: [
      sarifLocation(location ?? { file: fallbackFile, line: 1, column: 1 }),
    ],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    // Not the name `primaryLocationLineHash`: GitHub's upload action fills that in from the file.
    partialFingerprints: {
      'scalardlGuideline/v1': `${guideline}/${scope}/${stage}`,
    },
    ...(verdict === 'waived'
      ? {
          suppressions: [
            {
              kind: 'external' as const,
              justification: message(result.reason ?? '').text,
            },
          ],
        }
      : {}),
  };
}

function sarifLocation({ file, line, column }: Location): SarifLocation {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file), uriBaseId: '%SRCROOT%' },
      region: { startLine: line, startColumn: column, endLine: line },
    },
  };
}

/** A path as a relative reference: no segment can become a scheme, a query or a fragment. */
function relativeUri(file: string): string {
  const wellFormed = file.replace(/\p{Cs}/gu, '\uFFFD');
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}
