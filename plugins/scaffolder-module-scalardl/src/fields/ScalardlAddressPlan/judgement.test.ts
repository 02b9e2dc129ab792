import { type PlanContext, readContext } from './formData';
import { type PlanProblem, isEmpty, judgePlan } from './judgement';
import { type AddressPlanValue, completeValue } from './schema';

const ZONES = ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'];

const SOUND: AddressPlanValue = {
  ledger: { cidr: '10.1.0.0/20', zones: ZONES },
  auditor: { cidr: '10.1.16.0/20', zones: ZONES },
  serviceCidr: '172.20.0.0/16',
};

const CONTEXT = readContext({ region: 'ap-northeast-1' }, {});

function judge(
  parts: Partial<AddressPlanValue>,
  context: PlanContext = CONTEXT,
): PlanProblem[] {
  return judgePlan({ ...SOUND, ...parts }, context);
}

describe('judgePlan', () => {
  it('accepts a sound plan', () => {
    expect(judge({})).toEqual([]);
  });

  it('says at the Auditor that it shares addresses with the Ledger', () => {
    const auditor = { cidr: '10.1.0.0/21', zones: ZONES };
    expect(judge({ auditor })).toEqual([
      {
        input: 'auditor.cidr',
        message: expect.stringMatching(
          /shares no address with 10\.1\.0\.0\/20 .*received 10\.1\.0\.0\/21\. Choose a free range/,
        ),
      },
    ]);
  });

  it('names the range that was meant, without a key of the environment file', () => {
    const [problem] = judge({ ledger: { cidr: '10.1.3.0/20', zones: ZONES } });
    expect(problem).toEqual({
      input: 'ledger.cidr',
      message: expect.stringContaining('as in 10.1.0.0/20'),
    });
    expect(problem?.message).not.toContain('spec.');
  });

  it.each([
    ['ledger.cidr', { ledger: { cidr: '10.8.0.0/15', zones: ZONES } }],
    ['auditor.cidr', { auditor: { cidr: '8.8.0.0/20', zones: ZONES } }],
    ['auditor.zones', { auditor: { cidr: '10.1.16.0/20', zones: ['here'] } }],
    [
      'ledger.zones',
      { ledger: { cidr: '10.1.0.0/20', zones: [...ZONES, ...ZONES] } },
    ],
    ['serviceCidr', { serviceCidr: '172.20.0.0/28' }],
  ] as const)('puts the problem at %s', (input, parts) => {
    const problems = judge(parts as unknown as Partial<AddressPlanValue>);
    expect(new Set(problems.map(problem => problem.input))).toEqual(
      new Set([input]),
    );
  });

  it('finds zones of another region', () => {
    const context = readContext({ region: 'us-east-1' }, {});
    expect(new Set(judge({}, context).map(({ input }) => input))).toEqual(
      new Set(['ledger.zones', 'auditor.zones']),
    );
  });

  it('finds too little room for the nodes and shows the sum', () => {
    const context = readContext(
      { instanceTypes: ['m7i.xlarge'], maxNodes: 20 },
      {},
    );
    const [problem] = judge({}, context);
    expect(problem?.input).toBe('ledger.cidr');
    expect(problem?.message).toContain('9 nodes, × 60 addresses');
    expect(problem?.message).toContain('Choose a range of /19 or larger');
  });

  it('names the application that the plan runs into', () => {
    const context = readContext(undefined, {
      applications: [
        { name: 'shop', cidrs: ['10.3.0.0/16'] },
        { name: 'bank', cidrs: ['10.1.0.0/16'] },
      ],
    });
    const problems = judge({}, context);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ input }) => input === 'elsewhere')).toBe(true);
    expect(problems[0]?.message).toMatch(/^Application bank: /);
  });
});

describe('isEmpty', () => {
  it.each([undefined, null, {}, { ledger: {} }, 'text'])('%j', value => {
    expect(isEmpty(completeValue(value))).toBe(true);
  });

  it('is over with the first character', () => {
    expect(isEmpty(completeValue({ auditor: { cidr: '1' } }))).toBe(false);
    expect(isEmpty(completeValue({ serviceCidr: '1' }))).toBe(false);
  });
});
