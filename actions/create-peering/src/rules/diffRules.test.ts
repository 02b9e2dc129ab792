import { halfOf } from '../link/half.fixture';
import { NAME_TAG, VPC_TAG } from '../peering/marks';
import { diffRules } from './diffRules';
import type { Rule } from './rule';

const OURS = { [NAME_TAG]: 'auditor-ledger', [VPC_TAG]: 'vpc-auditor' };

function rule(port: number, tags: Record<string, string> = {}): Rule {
  return {
    id: `sgr-${port}`,
    group: 'sg-1',
    source: '10.1.0.0/20',
    isIpv6: false,
    ports: { first: port, last: port },
    tags: new Map(Object.entries(tags)),
  };
}

function diff(rules: readonly Rule[]) {
  const half = halfOf({ rules, open: [{ first: 40_051, last: 40_051 }] });
  const { create, remove } = diffRules(half, ['10.1.0.0/20']);
  return { create: create.length, remove: remove.map(({ id }) => id) };
}

describe('diffRules', () => {
  it.each([
    { found: 'nothing', rules: [], create: 1, remove: [] },
    {
      found: 'its own rule',
      rules: [rule(40_051, OURS)],
      create: 0,
      remove: [],
    },
    {
      found: "somebody's rule that says the same",
      rules: [rule(40_051)],
      create: 0,
      remove: [],
    },
    {
      found: 'its own rule of an earlier port',
      rules: [rule(9_000, OURS)],
      create: 1,
      remove: ['sgr-9000'],
    },
    {
      found: "somebody's rule of another port",
      rules: [rule(9_000)],
      create: 1,
      remove: [],
    },
    {
      found: 'a rule for another connection',
      rules: [rule(9_000, { ...OURS, [NAME_TAG]: 'shop-ledger' })],
      create: 1,
      remove: [],
    },
    {
      found: 'the rule of the other half in the same account',
      rules: [rule(9_000, { ...OURS, [VPC_TAG]: 'vpc-ledger' })],
      create: 1,
      remove: [],
    },
  ])('with $found', ({ rules, create, remove }) => {
    expect(diff(rules)).toEqual({ create, remove });
  });
});
