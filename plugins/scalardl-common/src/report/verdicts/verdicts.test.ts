import { MIXED, reportOf, resultOf } from '../__testUtils__/report';
import type { FailOn, Level, Verdict } from '../report';
import { countVerdicts, overallVerdict } from './countVerdicts';
import { exceeds } from './exceeds';
import { worstFirst } from './worstFirst';

describe('countVerdicts', () => {
  it('counts every verdict, also one that does not occur', () => {
    expect(countVerdicts(MIXED)).toEqual({
      fail: 2,
      unknown: 1,
      waived: 1,
      skipped: 1,
      pass: 1,
    });
    expect(countVerdicts(reportOf([]))).toEqual({
      fail: 0,
      unknown: 0,
      waived: 0,
      skipped: 0,
      pass: 0,
    });
  });
});

describe('overallVerdict', () => {
  it.each<[Verdict[], string]>([
    [['pass', 'unknown', 'fail'], 'fail'],
    [['pass', 'unknown'], 'unknown'],
    [['pass', 'skipped', 'waived'], 'pass'],
    [['skipped', 'waived'], 'unknown'],
    [[], 'unknown'],
  ])('is for %j %s', (verdicts, expected) => {
    const results = verdicts.map(verdict => resultOf({ verdict }));
    expect(overallVerdict(reportOf(results))).toBe(expected);
  });

  it('does not call a run that was cut short a pass', () => {
    const report = { ...reportOf([resultOf()]), complete: false };
    expect(overallVerdict(report)).toBe('unknown');
  });
});

describe('exceeds', () => {
  const levels: Level[] = ['requirement', 'recommendation', 'derived'];
  const verdicts: Verdict[] = ['pass', 'fail', 'unknown', 'skipped', 'waived'];
  const report = reportOf(
    levels.flatMap(level =>
      verdicts.map(verdict => resultOf({ level, verdict })),
    ),
  );

  it.each<[FailOn, string[]]>([
    ['never', []],
    ['requirement', ['requirement fail', 'requirement unknown']],
    [
      'recommendation',
      [
        'requirement fail',
        'requirement unknown',
        'recommendation fail',
        'recommendation unknown',
      ],
    ],
    [
      'derived',
      [
        'requirement fail',
        'requirement unknown',
        'recommendation fail',
        'recommendation unknown',
        'derived fail',
        'derived unknown',
      ],
    ],
  ])('gives for %s %j', (failOn, expected) => {
    expect(
      exceeds(report, failOn).map(
        ({ level, verdict }) => `${level} ${verdict}`,
      ),
    ).toEqual(expected);
  });
});

describe('worstFirst', () => {
  it('sorts by verdict, then by level, and leaves the report as it is', () => {
    const before = [...MIXED.results];
    expect(
      worstFirst(MIXED.results).map(
        ({ verdict, guideline }) => `${verdict} ${guideline}`,
      ),
    ).toEqual([
      'fail three-worker-nodes',
      'fail pod-disruption-budgets',
      'unknown disjoint-address-ranges',
      'waived metrics-collected',
      'skipped cluster-autoscaler-can-scale',
      'pass tls-enabled',
    ]);
    expect(MIXED.results).toEqual(before);
  });
});
