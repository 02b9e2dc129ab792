import fc from 'fast-check';
import type { Environment, Waiver } from '../../environment/schema';
import { read, unreadable } from '../../facts/fact';
import type { PlanFacts, SidePlanFacts } from '../../facts/planFacts';
import { readPlanFacts } from '../../facts/readPlanFacts';
import type { Level, Subject } from '../../report/report';
import { combine, fail, pass } from '../finding';
import {
  type Finding,
  type Guideline,
  pairCheck,
  sideCheck,
} from '../guideline';
import { judgePlan } from './judgePlan';

const today = '2026-11-23';

const files = {
  'clusters/ledger.yaml': 'metadata: {name: ledger}\n',
  'clusters/auditor.yaml': 'metadata: {name: auditor}\n',
};

function factsWith(waivers: Waiver[] = []): PlanFacts {
  const environment = { spec: { waivers } } as unknown as Environment;
  return {
    ...readPlanFacts(files, { today }),
    environment: read(environment, 'scalardl.yaml'),
  };
}

function guideline(
  finding: Finding,
  { level = 'recommendation' as Level, scope = 'pair' as 'side' | 'pair' } = {},
): Guideline {
  const needs = ['clusterConfig'] as const;
  return {
    id: 'some-guideline',
    level,
    title: 'Something holds',
    source: { document: 'd', section: 's', url: 'https://example.com' },
    pass: 'It holds.',
    fail: 'It does not hold.',
    remedy: 'Change it.',
    plan:
      scope === 'pair'
        ? pairCheck({ needs, check: () => finding })
        : sideCheck({ needs, check: () => finding }),
  };
}

function waiver(changes: Partial<Waiver> = {}): Waiver {
  return {
    guideline: 'some-guideline',
    reason: 'because of the move',
    owner: 'team',
    expires: today,
    ...changes,
  };
}

describe('judgePlan', () => {
  it('says of a pass what was proved, and of a fail what to do', () => {
    expect(
      judgePlan([guideline(pass({ observed: 'x' }))], factsWith()),
    ).toEqual([
      expect.objectContaining({
        guideline: 'some-guideline',
        scope: 'pair',
        stage: 'plan',
        verdict: 'pass',
        reason: 'It holds.',
        observed: 'x',
        remedy: undefined,
      }),
    ]);
    expect(judgePlan([guideline(fail({}))], factsWith())[0]).toMatchObject({
      verdict: 'fail',
      reason: 'It does not hold.',
      remedy: 'Change it.',
    });
  });

  it('judges each side by its own facts', () => {
    const names = sideCheck({
      needs: ['clusterConfig'],
      check: ({ clusterConfig }, { side }) =>
        pass({ observed: `${side} ${clusterConfig.get('metadata', 'name')}` }),
    });
    const results = judgePlan(
      [{ ...guideline(pass()), plan: names }],
      factsWith(),
    );
    expect(results.map(({ scope, observed }) => [scope, observed])).toEqual([
      ['ledger', 'ledger ledger'],
      ['auditor', 'auditor auditor'],
    ]);
  });

  it('judges only the sides that the guideline speaks about', () => {
    const plan = sideCheck({
      sides: ['auditor'],
      needs: [],
      check: () => pass(),
    });
    const results = judgePlan([{ ...guideline(pass()), plan }], factsWith());
    expect(results.map(({ scope }) => scope)).toEqual(['auditor']);
  });

  it('judges nothing for a guideline without a plan stage', () => {
    expect(
      judgePlan([{ ...guideline(pass()), plan: undefined }], factsWith()),
    ).toEqual([]);
  });

  it('names every fact that cannot be read, each once', () => {
    const facts = readPlanFacts({}, { today });
    const both = pairCheck({
      needs: ['product', 'properties'],
      check: () => pass(),
    });
    const [result] = judgePlan([{ ...guideline(pass()), plan: both }], facts);
    expect(result).toMatchObject({
      verdict: 'unknown',
      reason:
        'values/ledger/scalardl.yaml is not there; values/auditor/scalardl-audit.yaml is not there',
      remedy: undefined,
    });
  });

  it('does not let one side make the other unknown', () => {
    const { 'clusters/ledger.yaml': ledger } = files;
    const facts = readPlanFacts({ 'clusters/ledger.yaml': ledger }, { today });
    const verdicts = judgePlan([guideline(pass(), { scope: 'side' })], facts);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['pass', 'unknown']);
  });

  it('lists at most twenty subjects, the worst first, and how many there were', () => {
    const subjects = Array.from({ length: 30 }, (_, index): Subject => ({
      id: `${index}`,
      verdict: index === 29 ? 'fail' : 'pass',
    }));
    const finding = combine(subjects, { none: 'none' });
    const [result] = judgePlan([guideline(finding)], factsWith());
    expect(result?.subjects).toHaveLength(20);
    expect(result?.subjects[0]).toEqual({ id: '29', verdict: 'fail' });
    expect(result?.subjectCount).toBe(30);
  });
});

describe('waivers', () => {
  it('set a failing recommendation aside through their last day', () => {
    const [result] = judgePlan([guideline(fail({}))], factsWith([waiver()]));
    expect(result).toMatchObject({
      verdict: 'waived',
      reason: `because of the move (waived by team until ${today})`,
    });
  });

  it.each([
    ['has expired', waiver({ expires: '2026-11-22' }), {}],
    ['names another guideline', waiver({ guideline: 'another' }), {}],
    ['names a side of a pair', waiver({ side: 'ledger' }), {}],
    ['names a requirement', waiver(), { level: 'requirement' as const }],
  ])('do nothing where one %s', (_, one, options) => {
    const [result] = judgePlan(
      [guideline(fail({}), options)],
      factsWith([one]),
    );
    expect(result?.verdict).toBe('fail');
  });

  it('hold for one side only where they name it', () => {
    const results = judgePlan(
      [guideline(fail({}), { scope: 'side' })],
      factsWith([waiver({ side: 'auditor' })]),
    );
    expect(results.map(({ verdict }) => verdict)).toEqual(['fail', 'waived']);
  });

  it('never touch anything but a fail', () => {
    const unknown: Finding = { verdict: 'unknown', reason: 'not read' };
    const [result] = judgePlan([guideline(unknown)], factsWith([waiver()]));
    expect(result?.verdict).toBe('unknown');
  });
});

describe('combine', () => {
  const subject = fc.record({
    id: fc.string(),
    verdict: fc.constantFrom('pass', 'fail', 'unknown', 'skipped'),
  }) as fc.Arbitrary<Subject>;

  it('passes only where something passed and nothing failed or stayed unknown', () => {
    fc.assert(
      fc.property(fc.array(subject), subjects => {
        const verdicts = subjects.map(({ verdict }) => verdict);
        const proved =
          verdicts.includes('pass') &&
          !verdicts.includes('fail') &&
          !verdicts.includes('unknown');
        const { verdict } = combine(subjects, { none: 'none' });
        expect(verdict === 'pass').toBe(proved);
        expect(verdict === 'fail').toBe(verdicts.includes('fail'));
      }),
    );
  });
});

describe('an unreadable fact', () => {
  it('never lets a check run that needs it', () => {
    const names: (keyof SidePlanFacts)[] = [
      'clusterConfig',
      'product',
      'manifests',
    ];
    fc.assert(
      fc.property(
        fc.subarray(names),
        fc.subarray(names, { minLength: 1 }),
        (needs, lost) => {
          const facts = factsWith();
          const readable = Object.fromEntries(
            names.map(name => [name, read({}, 'x')]),
          );
          const broken = Object.fromEntries(
            lost.map(name => [name, unreadable(`${name} lost`)]),
          );
          const side = {
            ...facts.ledger,
            ...readable,
            ...broken,
          } as SidePlanFacts;
          const plan = pairCheck({ needs, check: () => pass() });
          const [result] = judgePlan([{ ...guideline(pass()), plan }], {
            ...facts,
            ledger: side,
            auditor: side,
          });
          const needed = needs.some(need => lost.includes(need));
          expect(result?.verdict).toBe(needed ? 'unknown' : 'pass');
        },
      ),
    );
  });
});
