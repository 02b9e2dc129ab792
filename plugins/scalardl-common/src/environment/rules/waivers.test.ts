import { breaches } from './example.fixture';
import { waivers } from './waivers';

const GUIDELINES = [
  { id: 'soft', level: 'derived' },
  { id: 'hard', level: 'requirement' },
] as const;

/** An expired waiver of the guideline. */
function waiver(guideline: string, side?: 'ledger' | 'auditor') {
  return {
    guideline,
    reason: 'Until spring it is so.',
    owner: 'someone',
    expires: '2020-01-01',
    ...(side ? { side } : {}),
  };
}

type Waiver = ReturnType<typeof waiver>;

describe('waivers', () => {
  it('is content with the example', () => {
    expect(breaches(waivers)).toEqual([]);
  });

  it.each<[string, Waiver[], string[]]>([
    [
      'takes a waiver of a guideline that is no requirement, also an expired one',
      [waiver('soft')],
      [],
    ],
    [
      'refuses a waiver of a requirement',
      [waiver('hard')],
      ['spec.waivers[0].guideline'],
    ],
    [
      'refuses a waiver of nothing known',
      [waiver('sotf')],
      ['spec.waivers[0].guideline'],
    ],
    [
      'refuses a second waiver for the same side',
      [waiver('soft', 'ledger'), waiver('soft', 'ledger')],
      ['spec.waivers[1]'],
    ],
    [
      'takes a waiver for each side',
      [waiver('soft', 'ledger'), waiver('soft', 'auditor')],
      [],
    ],
  ])('%s', (_, given, expected) => {
    const keys = breaches(
      waivers,
      spec => {
        spec.waivers = given;
      },
      { guidelines: GUIDELINES },
    );
    expect(keys).toEqual(expected);
  });

  it('judges no ids where the guidelines are not given', () => {
    const keys = breaches(waivers, spec => {
      spec.waivers = [waiver('hard')];
    });
    expect(keys).toEqual([]);
  });
});
