import { unread } from '../../facts/live/fixture/healthy.fixture';
import { AUDITOR } from '../../facts/live/fixture/side.fixture';
import type { LiveFactName } from '../../facts/live';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import { read } from '../../facts/fact';
import type { Side } from '../../report/report';
import { balancer, healthy, judge, ledger } from '../__testUtils__/ledgerReach';

describe('auditor-reaches-ledger, live, with facts that were not read', () => {
  it.each<[Side, LiveFactName]>([
    ['ledger', 'cluster'],
    ['ledger', 'services'],
    ['ledger', 'productDeployments'],
    ['ledger', 'properties'],
    ['ledger', 'loadBalancers'],
    ['ledger', 'targetHealth'],
    ['ledger', 'securityGroups'],
    ['ledger', 'networkInterfaces'],
    ['ledger', 'subnets'],
    ['ledger', 'nodes'],
    ['ledger', 'productPods'],
    ['ledger', 'networkPolicies'],
    ['auditor', 'cluster'],
    ['auditor', 'nodes'],
    ['auditor', 'productPods'],
    ['auditor', 'productDeployments'],
    ['auditor', 'networkInterfaces'],
    ['auditor', 'subnets'],
  ])('is unknown where of %s %s was not read', (side, fact) => {
    const result = judge(unread(healthy, { side, fact }));
    expect(result.verdict).toBe('unknown');
    expect(result.reason).toContain(`${fact} was denied`);
  });

  it.each<[Side, LiveFactName]>([
    ['ledger', 'prefixLists'],
    ['auditor', 'loadBalancers'],
    ['auditor', 'securityGroups'],
    ['auditor', 'services'],
  ])('does without %s %s', (side, fact) => {
    expect(judge(unread(healthy, { side, fact })).verdict).toBe('pass');
  });

  it('fails on the load balancer even where nothing behind it was read', () => {
    const refusing = withGroup(healthy, balancer, () => ({ ingress: [] }));
    const facts = ['targetHealth', 'networkPolicies'].reduce(
      (before, fact) =>
        unread(before, { side: ledger, fact: fact as LiveFactName }),
      refusing,
    );
    expect(judge(facts).verdict).toBe('fail');
  });

  it('needs a prefix list only where it alone may admit the callers', () => {
    const named = withGroup(healthy, balancer, () => ({
      ingress: [rule({ prefixListIds: ['pl-1'] })],
    }));
    const lists = [{ id: 'pl-1', cidrs: [AUDITOR.cidr] }];
    const known = {
      ...named,
      ledger: { ...named.ledger, prefixLists: read(lists, 'ec2') },
    };
    expect(judge(known).verdict).toBe('pass');
    expect(judge(named).verdict).toBe('unknown');
    expect(judge(named).text).toContain('prefix list pl-1 was not read');
  });
});
