import type { Report, Result } from '../report';
import { place } from '../text/place';
import { sentence } from '../text/sentence';
import { type VerdictCounts, countVerdicts } from '../verdicts/countVerdicts';
import { escapeXml } from './escapeXml';

/**
 * A report as JUnit XML: a suite a scope, a case a guideline. `fail` is a failure, `unknown` an error,
 * `skipped` and `waived` are skipped with their reason; a pass shows what was seen.
 */
export function toJunit(report: Report): string {
  const scopes = [...new Set(report.results.map(({ scope }) => scope))];
  const suites = scopes.map(scope =>
    suite(report, {
      scope,
      results: report.results.filter(result => result.scope === scope),
    }),
  );
  const name = report.environment ?? 'ScalarDL guidelines';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${attributes({ name, ...totals(countVerdicts(report)) })}>\n`,
    ...suites,
    '</testsuites>\n',
  ].join('');
}

function suite(
  { startedAt }: Report,
  { scope, results }: { scope: string; results: readonly Result[] },
): string {
  const numbers = totals(countVerdicts({ results }));
  const start = attributes({ name: scope, timestamp: startedAt, ...numbers });
  return `  <testsuite${start}>\n${results.map(testCase).join('')}  </testsuite>\n`;
}

function testCase(result: Result): string {
  const { guideline, scope, level, location } = result;
  const start = attributes({
    name: guideline,
    classname: `${scope}.${level}`,
    ...(location ? { file: location.file, line: location.line } : {}),
  });
  return `    <testcase${start}>${outcome(result)}</testcase>\n`;
}

function outcome(result: Result): string {
  const { verdict, level } = result;
  const message = sentence(result);
  if (verdict === 'pass') return element('system-out', {}, message);
  if (verdict === 'skipped' || verdict === 'waived') {
    return element('skipped', { message: `${verdict}: ${message}` });
  }
  const name = verdict === 'fail' ? 'failure' : 'error';
  return element(name, { message, type: level }, evidence(result));
}

function evidence({ location, subjects, subjectCount }: Result): string {
  const listed = subjects.map(({ id, verdict, detail }) =>
    [id, verdict, detail].filter(Boolean).join(' '),
  );
  const more = subjectCount - subjects.length;
  return [
    ...(location ? [`at ${place(location)}`] : []),
    ...listed,
    ...(more > 0 ? [`and ${more} more`] : []),
  ].join('\n');
}

function totals(counts: VerdictCounts) {
  const { fail, unknown, waived, skipped, pass } = counts;
  return {
    tests: fail + unknown + waived + skipped + pass,
    failures: fail,
    errors: unknown,
    skipped: skipped + waived,
  };
}

function element(
  name: string,
  values: Record<string, string>,
  text: string = '',
): string {
  return `<${name}${attributes(values)}>${escapeXml(text)}</${name}>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
