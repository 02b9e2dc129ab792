import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import {
  withBalancer,
  withEntries,
  withServiceSpec,
  withTargetGroups,
} from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { SIDES, type Side } from '../../report/report';
import { judgeLive } from '../judge';
import { networkAclsAdmitBothWays } from './networkAclsAdmitBothWays';

const healthy = healthyFacts();

function judge(facts: LiveFacts) {
  const [result] = judgeLive([networkAclsAdmitBothWays], facts);
  const details = result?.subjects.map(({ id, detail }) => `${id}: ${detail}`);
  return {
    verdict: result?.verdict,
    text: [result?.reason, result?.observed, ...(details ?? [])].join('\n'),
  };
}

/** The subnets of the nodes of a side have an ACL of their own, its load balancer stands in the public ones. */
function withTiers(facts: LiveFacts, side: Side): LiveFacts {
  const tiers = changed(facts, { side, fact: 'networkAcls' }, ([acl]) =>
    acl
      ? [
          { ...acl, id: 'acl-nodes', subnetIds: acl.subnetIds.slice(0, 3) },
          { ...acl, id: 'acl-balancer', subnetIds: acl.subnetIds.slice(3) },
        ]
      : [],
  );
  const moved = withBalancer(tiers, side, () => ({
    subnetIds: [0, 1, 2].map(index => `subnet-${side}-public-${index}`),
  }));
  return changed(moved, { side, fact: 'networkInterfaces' }, interfaces =>
    interfaces.filter(({ instanceId }) => instanceId !== undefined),
  );
}

function withEntriesOf(
  facts: LiveFacts,
  { side, id }: { side: Side; id: string },
  entries: Parameters<typeof withEntries>[2],
): LiveFacts {
  const all = withEntries(facts, side, entries);
  const before = facts[side].networkAcls;
  return changed(all, { side, fact: 'networkAcls' }, acls =>
    acls.map(acl =>
      acl.id === id || !before.ok
        ? acl
        : (before.value.find(each => each.id === acl.id) ?? acl),
    ),
  );
}

function withApplication(facts: LiveFacts): LiveFacts {
  const application = {
    name: 'shop',
    cidrs: ['10.3.0.0/16'],
    peering: 'create' as const,
  };
  return {
    ...facts,
    settings: { ...facts.settings, applications: [application] },
  };
}

const tiers = withTiers(healthy, 'ledger');
const RETURN = { from: 1024, to: 65535 };

describe('network-acls-admit-both-ways, live', () => {
  it.each<[string, LiveFacts, string, string]>([
    [
      'everything is allowed',
      healthy,
      'pass',
      'acl-auditor out: Auditor to load balancer k8s-ledger :50051: acl-auditor entry 100 out allows 10.1.0.20/32, 10.1.2.20/32, 10.1.4.20/32 :50051 (allow all to 0.0.0.0/0)',
    ],
    [
      'callers may not leave',
      withEntries(healthy, 'auditor', [{ egress: true, cidr: '10.1.0.0/16' }]),
      'fail',
      'acl-auditor entry 50 out denies 10.1.0.20/32, 10.1.2.20/32, 10.1.4.20/32 :50051 (deny tcp to 10.1.0.0/16)',
    ],
    [
      'a part of the callers may not come in',
      withEntries(healthy, 'ledger', [
        { cidr: '10.2.4.0/23', ports: { from: 50051, to: 50051 } },
      ]),
      'fail',
      'acl-ledger entry 50 in denies 10.2.4.0/23 :50051 (deny tcp 50051 from 10.2.4.0/23)',
    ],
    [
      'answers may not leave',
      withEntries(healthy, 'ledger', [
        { egress: true, cidr: '10.2.0.0/20', ports: RETURN },
      ]),
      'fail',
      'acl-ledger entry 50 out denies answers to 10.2.0.0-10.2.5.255 :1024-65535 (deny tcp 1024-65535 to 10.2.0.0/20)',
    ],
    [
      'answers may not come in on some ports',
      withEntries(healthy, 'auditor', [
        { cidr: '10.1.0.0/20', ports: { from: 1024, to: 32767 } },
      ]),
      'fail',
      'acl-auditor entry 50 in denies answers from 10.1.0.20/32, 10.1.2.20/32, 10.1.4.20/32 :1024-32767 (deny tcp 1024-32767 from 10.1.0.0/20)',
    ],
    [
      'a higher number denies, a lower one allows',
      withEntries(healthy, 'ledger', [
        { ruleNumber: 40, allow: true },
        { ruleNumber: 50 },
      ]),
      'pass',
      'acl-ledger entry 40 in allows',
    ],
    [
      'UDP and IPv6 are denied',
      withEntries(healthy, 'ledger', [
        { protocol: '17' },
        { ruleNumber: 51, cidr: undefined, ipv6Cidr: '::/0' },
      ]),
      'pass',
      'acl-ledger entry 100 in allows',
    ],
    [
      'only named ports are allowed, and answers are forgotten',
      changed(healthy, { side: 'ledger', fact: 'networkAcls' }, acls =>
        acls.map(acl => ({
          ...acl,
          entries: acl.entries.filter(({ allow, egress }) => !allow || !egress),
        })),
      ),
      'fail',
      'acl-ledger entry 32767 out denies',
    ],
    [
      'the load balancer may not call its targets in another subnet',
      withEntriesOf(tiers, { side: 'ledger', id: 'acl-balancer' }, [
        { egress: true, ports: { from: 50051, to: 50051 } },
      ]),
      'fail',
      'acl-balancer entry 50 out denies 10.1.0.40/32',
    ],
    [
      'targets do not admit the subnets of the load balancer',
      withEntriesOf(tiers, { side: 'ledger', id: 'acl-nodes' }, [
        { cidr: '10.1.6.0/23' },
      ]),
      'fail',
      'acl-nodes entry 50 in denies 10.1.6.0/23 :50051',
    ],
    [
      'targets see the callers, whom they do not admit',
      withTargetGroups(
        withEntriesOf(
          withApplication(tiers),
          { side: 'ledger', id: 'acl-nodes' },
          [{ cidr: '10.3.0.0/16' }],
        ),
        'ledger',
        { preservesClientAddress: true },
      ),
      'fail',
      'acl-nodes entry 50 in denies 10.3.0.0/16 :50051',
    ],
    [
      'nobody knows whether targets see the callers, whom they do not admit',
      withTargetGroups(
        withEntriesOf(
          withApplication(tiers),
          { side: 'ledger', id: 'acl-nodes' },
          [{ cidr: '10.3.0.0/16' }],
        ),
        'ledger',
        { preservesClientAddress: undefined },
      ),
      'unknown',
      'acl-nodes entry 50 in denies 10.3.0.0/16 :50051',
    ],
    [
      'targets see the load balancer only, so that callers need not be admitted there',
      withEntriesOf(
        withApplication(tiers),
        { side: 'ledger', id: 'acl-nodes' },
        [{ cidr: '10.3.0.0/16' }],
      ),
      'pass',
      'acl-nodes entry 100 in allows',
    ],
    [
      'the node ports of instance targets are denied',
      withEntriesOf(
        withCloudProvider(tiers, { side: 'ledger', clients: ['0.0.0.0/0'] }),
        { side: 'ledger', id: 'acl-nodes' },
        [{ ports: { from: 30000, to: 32767 } }],
      ),
      'fail',
      'acl-nodes entry 50 in denies 10.2.0.0-10.2.5.255 :30051',
    ],
    [
      'nodes in different subnets may not call each other',
      withEntriesOf(tiers, { side: 'ledger', id: 'acl-nodes' }, [
        { cidr: '10.1.0.0/23', ports: { from: 50051, to: 50052 } },
      ]),
      'fail',
      'acl-nodes entry 50 in denies 10.1.0.0/23 :50051',
    ],
    [
      'an application is denied',
      withEntries(withApplication(healthy), 'auditor', [
        { cidr: '10.3.0.0/16' },
      ]),
      'fail',
      'acl-auditor in: load balancer k8s-auditor from shop :40051: acl-auditor entry 50 in denies 10.3.0.0/16',
    ],
    [
      'the load balancer faces the internet, so that callers have public addresses',
      withEntries(
        withBalancer(healthy, 'ledger', () => ({ scheme: 'internet-facing' })),
        'ledger',
        [{ cidr: '203.0.113.0/24' }],
      ),
      'unknown',
      'acl-ledger entry 50 in denies 203.0.113.0/24',
    ],
    [
      'a subnet has no ACL that was read',
      changed(healthy, { side: 'ledger', fact: 'networkAcls' }, () => []),
      'unknown',
      'no network ACL of subnet-ledger-private-0 was read',
    ],
    [
      'no side has a load balancer',
      SIDES.reduce(
        (before, side) => withServiceSpec(before, side, { type: 'ClusterIP' }),
        healthy,
      ),
      'skipped',
      'no side has a load balancer to call',
    ],
    [
      'a cluster gives its pods IPv6 addresses',
      changed(healthy, { side: 'ledger', fact: 'cluster' }, cluster => ({
        ...cluster,
        ipFamily: 'ipv6' as const,
      })),
      'skipped',
      'IPv6 clusters are not judged',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    expect(judge(facts).text).toContain(text);
    expect(judge(facts).verdict).toBe(verdict);
  });

  it.each<[Side, LiveFactName]>(
    SIDES.flatMap(side =>
      (
        [
          'networkAcls',
          'services',
          'loadBalancers',
          'targetHealth',
          'nodes',
          'subnets',
        ] as const
      ).map((fact): [Side, LiveFactName] => [side, fact]),
    ),
  )('is unknown where of %s %s was not read', (side, fact) => {
    const { verdict, text } = judge(unread(healthy, { side, fact }));
    expect(verdict).toBe('unknown');
    expect(text).toContain(`${fact} was denied`);
  });

  it('does without security groups', () => {
    const facts = unread(healthy, { side: 'ledger', fact: 'securityGroups' });
    expect(judge(facts).verdict).toBe('pass');
  });
});
