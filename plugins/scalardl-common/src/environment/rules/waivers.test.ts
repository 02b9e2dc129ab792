import { breaches } from './example.fixture';
import { waivers } from './waivers';

describe('waivers', () => {
  it('is content with the example', () => {
    expect(breaches(waivers)).toEqual([]);
  });

  it('takes a waiver of a guideline that is no requirement, also an expired one', () => {
    const keys = breaches(
      waivers,
      spec => {
        spec.waivers = [
          {
            guideline: 'soft',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
          },
        ];
      },
      {
        guidelines: [
          { id: 'soft', level: 'derived' },
          { id: 'hard', level: 'requirement' },
        ],
      },
    );
    expect(keys).toEqual([]);
  });

  it('refuses a waiver of a requirement', () => {
    const keys = breaches(
      waivers,
      spec => {
        spec.waivers = [
          {
            guideline: 'hard',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
          },
        ];
      },
      {
        guidelines: [
          { id: 'soft', level: 'derived' },
          { id: 'hard', level: 'requirement' },
        ],
      },
    );
    expect(keys).toEqual(['spec.waivers[0].guideline']);
  });

  it('refuses a waiver of nothing known', () => {
    const keys = breaches(
      waivers,
      spec => {
        spec.waivers = [
          {
            guideline: 'sotf',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
          },
        ];
      },
      {
        guidelines: [
          { id: 'soft', level: 'derived' },
          { id: 'hard', level: 'requirement' },
        ],
      },
    );
    expect(keys).toEqual(['spec.waivers[0].guideline']);
  });

  it('refuses a second waiver for the same side', () => {
    const keys = breaches(
      waivers,
      spec => {
        spec.waivers = [
          {
            guideline: 'soft',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
            side: 'ledger',
          },
          {
            guideline: 'soft',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
            side: 'ledger',
          },
        ];
      },
      {
        guidelines: [
          { id: 'soft', level: 'derived' },
          { id: 'hard', level: 'requirement' },
        ],
      },
    );
    expect(keys).toEqual(['spec.waivers[1]']);
  });

  it('takes a waiver for each side', () => {
    const keys = breaches(
      waivers,
      spec => {
        spec.waivers = [
          {
            guideline: 'soft',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
            side: 'ledger',
          },
          {
            guideline: 'soft',
            reason: 'Until spring it is so.',
            owner: 'someone',
            expires: '2020-01-01',
            side: 'auditor',
          },
        ];
      },
      {
        guidelines: [
          { id: 'soft', level: 'derived' },
          { id: 'hard', level: 'requirement' },
        ],
      },
    );
    expect(keys).toEqual([]);
  });

  it('judges no ids where the guidelines are not given', () => {
    const keys = breaches(waivers, spec => {
      spec.waivers = [
        {
          guideline: 'hard',
          reason: 'Until spring it is so.',
          owner: 'someone',
          expires: '2020-01-01',
        },
      ];
    });
    expect(keys).toEqual([]);
  });
});
