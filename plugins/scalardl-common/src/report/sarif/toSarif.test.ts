import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { guidelines } from '../../guidelines';
import { anyReport } from '../__testUtils__/anyReport';
import { MIXED, reportOf, resultOf } from '../__testUtils__/report';
import type { Report } from '../report';
import { type SarifOptions, toSarif } from './toSarif';

// The schema holds a pattern that is no valid Unicode expression.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

function problemsOf(log: unknown): unknown[] {
  validate(JSON.parse(JSON.stringify(log)));
  return validate.errors ?? [];
}

function runOf(report: Report, options?: SarifOptions) {
  const [run] = toSarif(report, guidelines, options).runs;
  if (!run) throw new Error('Expected one run');
  return run;
}

describe('toSarif', () => {
  it('follows the schema of SARIF 2.1.0, whatever the texts', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const log = toSarif(report, guidelines, { include: 'all' });
        expect(problemsOf(log)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is refused by that schema where it is wrong', () => {
    const log = { ...toSarif(MIXED, guidelines), version: '2.0.0' };
    expect(problemsOf(log)).not.toEqual([]);
  });

  it('uploads only what fails or is unknown, worst first', () => {
    expect(
      runOf(MIXED).results.map(({ ruleId, kind, level }) => [
        ruleId,
        kind,
        level,
      ]),
    ).toEqual([
      ['three-worker-nodes', 'fail', 'error'],
      ['pod-disruption-budgets', 'fail', 'note'],
      ['disjoint-address-ranges', 'open', 'none'],
    ]);
  });

  it('tells every verdict by its kind', () => {
    expect(
      runOf(MIXED, { include: 'all' }).results.map(
        ({ ruleId, kind, level, suppressions }) => [
          ruleId,
          kind,
          level,
          suppressions?.length ?? 0,
        ],
      ),
    ).toEqual([
      ['three-worker-nodes', 'fail', 'error', 0],
      ['pod-disruption-budgets', 'fail', 'note', 0],
      ['disjoint-address-ranges', 'open', 'none', 0],
      ['metrics-collected', 'fail', 'warning', 1],
      ['cluster-autoscaler-can-scale', 'notApplicable', 'none', 0],
      ['tls-enabled', 'pass', 'none', 0],
    ]);
  });

  it('points at the line, and at the environment file where there is none', () => {
    const [first, second] = runOf(MIXED).results;
    expect(first?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: {
        uri: 'clusters/auditor.yaml',
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: 41, startColumn: 5, endLine: 41 },
    });
    expect(second?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'scalardl.yaml',
    );
  });

  it('says what was found and what to change', () => {
    expect(runOf(MIXED).results[0]?.message.text).toBe(
      'A cluster has fewer than three worker nodes. Expected at least 3 nodes, observed 2 nodes. Raise spec.auditor.nodes.desired. (auditor)',
    );
  });

  it('gives every result of a known guideline its rule', () => {
    const { results, tool } = runOf(MIXED, { include: 'all' });
    for (const { ruleId, ruleIndex } of results) {
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    }
    const ids = tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toEqual(expect.arrayContaining(guidelines.map(({ id }) => id)));
  });

  it('names the tool apart from its version', () => {
    expect(runOf(MIXED).tool.driver).toMatchObject({
      name: 'verify-guidelines',
      semanticVersion: '0.1.0',
    });
  });

  it('keeps a result the same one when its line moves', () => {
    const fingerprint = (line: number) =>
      runOf(
        reportOf([
          resultOf({
            verdict: 'fail',
            location: { file: 'a.yaml', line, column: 1 },
          }),
        ]),
      ).results[0]?.partialFingerprints;
    expect(fingerprint(1)).toEqual(fingerprint(2));
  });

  it('keeps a path inside the repository, whatever its name', () => {
    const uri = (file: string) =>
      runOf(
        reportOf([
          resultOf({
            verdict: 'fail',
            location: { file, line: 1, column: 1 },
          }),
        ]),
      ).results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
    expect(uri('values/a b?#.yaml')).toBe('values/a%20b%3F%23.yaml');
    expect(uri('https://example.com')).toBe('https%3A//example.com');
  });

  it('makes no link of a text of unknown origin', () => {
    const report = reportOf([
      resultOf({ verdict: 'fail', observed: '[here](http://example.com)' }),
    ]);
    expect(runOf(report).results[0]?.message.text).not.toContain('](');
  });

  it('keeps the worst where there are too many, and says so', () => {
    const report = reportOf([
      ...Array.from({ length: 26_000 }, () =>
        resultOf({ level: 'derived', verdict: 'fail' }),
      ),
      resultOf({ guideline: 'the-worst', verdict: 'fail' }),
    ]);
    const { results, invocations } = runOf(report);
    expect(results).toHaveLength(5000);
    expect(results[0]?.ruleId).toBe('the-worst');
    expect(
      invocations[0]?.toolExecutionNotifications?.[0]?.message.text,
    ).toContain('21001 results are left out');
  });
});
