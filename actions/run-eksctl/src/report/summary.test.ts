import { type Report, hasChanged, planJson } from './report';
import { summaryOf, textOf } from './summary';

const REPORT: Report = {
  mode: 'apply',
  cluster: 'shop',
  region: 'eu-west-1',
  eksctl: { path: '/x/eksctl', version: '0.230.0', origin: 'PATH' },
  found: ['Cluster shop: ACTIVE, Kubernetes 1.34, endpoint private only'],
  planned: [
    { kind: 'upgrade-cluster', subject: '1.35', what: 'upgrade to 1.35' },
    { kind: 'scale-node-group', subject: 'n', what: 'scale node group n' },
  ],
  done: [
    {
      kind: 'upgrade-cluster',
      what: 'upgrade to 1.35',
      command: 'eksctl upgrade cluster',
      evidence: 'EKS says that the control plane runs Kubernetes 1.35',
      milliseconds: 485_000,
    },
  ],
  evidence: ['n: node group ACTIVE | 3 of 3 nodes ready'],
  notes: ['Not known: denied.'],
  warnings: ['eksctl ended with exit code 1: timeout, but it is there'],
  milliseconds: 500_000,
};

const PLAN: Report = { ...REPORT, mode: 'plan', done: [], evidence: [] };
const NOTHING: Report = {
  ...REPORT,
  planned: [],
  done: [],
  notes: [],
  warnings: [],
};
const FAILED: Report = {
  ...REPORT,
  failure: 'Expected @team to <b>scale</b>.',
};

const UNSEEN: Report = {
  ...REPORT,
  evidence: [
    'n: node group ACTIVE, stack CREATE_COMPLETE; nodes unknown, because the Kubernetes API does not answer',
  ],
  nodesUnseen: true,
};

describe.each([
  ['a change', REPORT],
  ['a change whose nodes were not seen', UNSEEN],
  ['a plan', PLAN],
  ['nothing to do', NOTHING],
  ['a failure', FAILED],
  ['a deletion', { ...REPORT, mode: 'delete' } satisfies Report],
])('the report of %s', (_, report) => {
  it('is text', () => {
    expect(textOf(report)).toMatchSnapshot();
  });

  it('is Markdown', () => {
    expect(summaryOf(report)).toMatchSnapshot();
  });
});

describe('the first line', () => {
  it('does not claim that all is well where no node was seen', () => {
    const firstLine = (report: Report) => summaryOf(report).split('\n')[0];
    expect(firstLine(REPORT)).toBe(
      '## ✅ shop in eu-west-1: changed to what the file says',
    );
    expect(firstLine(UNSEEN)).toBe(
      '## ⚠️ shop in eu-west-1: changed to what the file says; its nodes were not seen',
    );
    expect(firstLine({ ...UNSEEN, planned: [], done: [] })).toBe(
      '## ⚠️ shop in eu-west-1: already what the file says; its nodes were not seen',
    );
    expect(firstLine({ ...UNSEEN, failure: 'It broke.' })).toMatch(/^## ❌/);
  });
});

describe('what other programs read', () => {
  it('counts a plan with steps as a change', () => {
    expect([REPORT, PLAN, NOTHING].map(hasChanged)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('names no account', () => {
    const step = {
      kind: 'add-access-entries',
      subject: 'arn:aws:iam::111111111111:role/reader',
      what: 'add access entries for arn:aws:iam::111111111111:role/reader',
    };
    const plan = planJson({ ...PLAN, planned: [step] });
    expect(plan).toContain('"subject":"arn:aws:iam::…:role/reader"');
    expect(plan).not.toContain('111111111111');
  });

  it('is the plan as JSON', () => {
    expect(JSON.parse(planJson(PLAN))).toEqual({
      cluster: 'shop',
      region: 'eu-west-1',
      eksctlVersion: '0.230.0',
      steps: PLAN.planned,
      notes: PLAN.notes,
    });
  });
});
