import type { LiveFactName, LiveFacts } from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { rule, withGroup } from '../../facts/live/security/changes.fixture';
import { withCloudProvider } from '../../facts/live/security/cloudProvider.fixture';
import { SIDES, type Side } from '../../report/report';
import { judgeLive } from '../judge';
import { applicationsReachBothSides } from './applicationsReachBothSides';

function judge(facts: LiveFacts) {
  return judgeLive([applicationsReachBothSides], facts).map(
    ({ scope, verdict, reason, observed }) => ({
      scope,
      verdict,
      text: [reason, observed].join('\n'),
    }),
  );
}

const SHOP = ['10.3.0.0/16', '10.5.0.0/16'];

function withApplications(
  facts: LiveFacts,
  applications: Record<string, string[]>,
): LiveFacts {
  return {
    ...facts,
    settings: {
      ...facts.settings,
      applications: Object.entries(applications).map(([name, cidrs]) => ({
        name,
        cidrs,
        peering: 'create' as const,
      })),
    },
  };
}

/** The load balancers of the sides admit these ranges too. */
function admitting(
  facts: LiveFacts,
  cidrs: Partial<Record<Side, string[]>>,
): LiveFacts {
  return SIDES.reduce(
    (before, side) =>
      withGroup(before, { side, id: `sg-${side}-balancer` }, ({ ingress }) => ({
        ingress: [
          ...ingress,
          rule({ protocol: '-1', cidrs: cidrs[side] ?? [] }),
        ],
      })),
    facts,
  );
}

const healthy = healthyFacts();
const shop = withApplications(healthy, { shop: SHOP });

describe('applications-reach-both-sides, live', () => {
  it('is skipped where no application is declared', () => {
    expect(judge(healthy)).toMatchObject([
      { scope: 'pair', verdict: 'skipped' },
    ]);
  });

  it.each<[string, LiveFacts, string, string]>([
    [
      'both sides admit every range',
      admitting(shop, { ledger: SHOP, auditor: SHOP }),
      'pass',
      'to Ledger: sg-ledger-balancer rule all from 10.3.0.0/16, 10.5.0.0/16 admits shop',
    ],
    [
      'one range is left out',
      admitting(shop, { ledger: SHOP, auditor: ['10.3.0.0/16'] }),
      'fail',
      'to Auditor: no rule of sg-auditor-balancer, sg-auditor-backend admits tcp 40051 from shop 10.5.0.0/16',
    ],
    [
      'only Ledger admits it',
      admitting(shop, { ledger: SHOP }),
      'fail',
      'to Auditor: no rule of sg-auditor-balancer',
    ],
    [
      'a group across the peering with the application is named',
      SIDES.reduce(
        (before, side) =>
          withGroup(before, { side, id: `sg-${side}-balancer` }, () => ({
            ingress: [
              rule({
                groups: [
                  {
                    groupId: 'sg-shop',
                    peeringId: 'pcx-2',
                    peeringStatus: 'active',
                  },
                ],
              }),
            ],
          })),
        shop,
      ),
      'unknown',
      'names a group of a network that is not seen',
    ],
    [
      'the nodes behind a load balancer without a group admit it',
      withCloudProvider(admitting(shop, { auditor: SHOP }), {
        side: 'ledger',
        clients: ['10.2.0.0/20', ...SHOP],
      }),
      'pass',
      'to Ledger: k8s-ledger has no security group',
    ],
    [
      'the nodes behind a load balancer without a group leave it out',
      withCloudProvider(admitting(shop, { auditor: SHOP }), {
        side: 'ledger',
        clients: ['10.2.0.0/20'],
      }),
      'fail',
      'to Ledger: no rule of sg-ledger-cluster admits tcp 30051 from shop',
    ],
    [
      'nothing is deployed',
      SIDES.reduce(
        (before, side) =>
          changed(before, { side, fact: 'productDeployments' }, () => []),
        shop,
      ),
      'skipped',
      'neither Ledger nor Auditor is deployed',
    ],
  ])('where %s', (_, facts, verdict, text) => {
    const [result] = judge(facts);
    expect(result?.text).toContain(text);
    expect(result).toMatchObject({ scope: 'application:shop', verdict });
  });

  it('judges each application by itself', () => {
    const two = withApplications(healthy, {
      shop: ['10.3.0.0/16'],
      bank: ['10.4.0.0/16'],
    });
    const facts = admitting(two, {
      ledger: ['10.3.0.0/16'],
      auditor: ['10.3.0.0/16'],
    });
    expect(judge(facts)).toMatchObject([
      { scope: 'application:shop', verdict: 'pass' },
      { scope: 'application:bank', verdict: 'fail' },
    ]);
  });

  it.each<[Side, LiveFactName]>([
    ['ledger', 'services'],
    ['ledger', 'securityGroups'],
    ['auditor', 'loadBalancers'],
    ['auditor', 'targetHealth'],
    ['auditor', 'networkPolicies'],
  ])('is unknown where of %s %s was not read', (side, fact) => {
    const facts = admitting(shop, { ledger: SHOP, auditor: SHOP });
    const [result] = judge(unread(facts, { side, fact }));
    expect(result?.verdict).toBe('unknown');
    expect(result?.text).toContain(`${fact} was denied`);
  });
});
