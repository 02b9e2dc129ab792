import * as fc from 'fast-check';
import { anyReport } from '../__testUtils__/anyReport';
import { MIXED, reportOf, resultOf } from '../__testUtils__/report';
import { annotations } from './annotations';

describe('annotations', () => {
  it('says what needs action, requirements as errors', () => {
    expect(
      annotations(MIXED).map(({ severity, title, location }) => [
        severity,
        title,
        location?.line,
      ]),
    ).toEqual([
      ['error', 'three-worker-nodes (requirement, auditor): fail', 41],
      [
        'error',
        'disjoint-address-ranges (requirement, pair): unknown',
        undefined,
      ],
      ['notice', 'pod-disruption-budgets (derived, auditor): fail', undefined],
    ]);
  });

  it('keeps what fails before what is unknown, and says what is not shown', () => {
    const results = [
      ...Array.from({ length: 9 }, (_, index) =>
        resultOf({ guideline: `unknown-${index}`, verdict: 'unknown' }),
      ),
      ...Array.from({ length: 4 }, (_, index) =>
        resultOf({ guideline: `failing-${index}`, verdict: 'fail' }),
      ),
    ];
    const shown = annotations(reportOf(results));
    expect(shown).toHaveLength(10);
    expect(shown[0]?.title).toContain('failing-0');
    expect(shown[9]?.title).toBe('4 more are not shown beside their lines');
    expect(shown[9]?.message).toContain('unknown-8');
  });

  it('leaves room for what the caller has to say', () => {
    const results = Array.from({ length: 20 }, () =>
      resultOf({ verdict: 'fail' }),
    );
    const limits = { error: 3, warning: 10, notice: 10 };
    expect(annotations(reportOf(results), limits)).toHaveLength(3);
    expect(
      annotations(reportOf(results), { ...limits, error: 0 }),
    ).toHaveLength(0);
  });

  it('is never more than GitHub shows, on one line each', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 6 }), reports => {
        const results = reports.flatMap(report => report.results);
        const shown = annotations(reportOf(results));
        for (const severity of ['error', 'warning', 'notice']) {
          expect(
            shown.filter(one => one.severity === severity).length,
          ).toBeLessThanOrEqual(10);
        }
        for (const { title, message } of shown) {
          expect(`${title}${message}`).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});
