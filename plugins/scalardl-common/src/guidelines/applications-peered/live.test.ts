import type { Application } from '../../environment/schema';
import type { LiveFacts, LivePeering, LiveRoute } from '../../facts/live';
import {
  changed,
  healthyFacts,
} from '../../facts/live/fixture/healthy.fixture';
import { SIDES } from '../../report/report';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofAuditor,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import { applicationsPeered } from './applicationsPeered';

const SHOP: Application = {
  name: 'shop',
  cidrs: ['10.3.0.0/16'],
  vpcId: 'vpc-shop',
  peering: 'create',
};

const scope = 'application:shop' as const;

function declaring(
  application: Partial<Application>,
  facts: LiveFacts = healthyFacts(),
): LiveFacts {
  const applications = [{ ...SHOP, ...application }];
  return { ...facts, settings: { ...facts.settings, applications } };
}

/** A pair that is joined with the application by `pcx-shop-<side>`, or by another target. */
function connected(
  application: Partial<Application> = {},
  {
    shop = {},
    target = (side: string): LiveRoute['target'] => ({
      kind: 'peering',
      id: `pcx-shop-${side}`,
    }),
  }: {
    shop?: Partial<LivePeering['requester']>;
    target?: (side: string) => LiveRoute['target'];
  } = {},
): LiveFacts {
  return SIDES.reduce(
    (facts, side) =>
      changed(
        changed(facts, { side, fact: 'peerings' }, peerings => [
          ...peerings,
          {
            id: `pcx-shop-${side}`,
            status: 'active',
            requester: {
              vpcId: 'vpc-shop',
              accountId: '333333333333',
              region: 'ap-northeast-1',
              cidrs: ['10.3.0.0/16'],
              ...shop,
            },
            accepter: {
              vpcId: `vpc-${side}`,
              accountId: '111111111111',
              region: 'ap-northeast-1',
              cidrs: [],
            },
          },
        ]),
        { side, fact: 'routeTables' },
        tables =>
          tables.map(table => ({
            ...table,
            routes: [
              ...table.routes,
              {
                destination: '10.3.0.0/16',
                target: target(side),
                state: 'active',
              },
            ],
          })),
      ),
    declaring(application),
  );
}

const external = (kind: LiveRoute['target']['kind'], id = `${kind}-1`) =>
  connected({ peering: 'external' }, { target: () => ({ kind, id }) });

describe('applications-peered', () => {
  itJudges(applicationsPeered, {
    'passes where both sides are peered and routed': {
      facts: connected(),
      scope,
      verdict: 'pass',
      says: 'rtb-auditor-0 10.3.0.0/16 → pcx-shop-auditor',
    },
    'fails where the application is peered with one side only, because a peering is not transitive':
      {
        facts: ofAuditor(
          'peerings',
          peerings => peerings.filter(({ id }) => id === 'pcx-1'),
          connected(),
        ),
        scope,
        verdict: 'fail',
        says: 'the account of Auditor lists no peering between vpc-auditor and vpc-shop',
      },
    'fails while the peering is pending': {
      facts: ofLedger(
        'peerings',
        peerings =>
          peerings.map(peering =>
            peering.id === 'pcx-1'
              ? peering
              : { ...peering, status: 'pending-acceptance' },
          ),
        connected(),
      ),
      scope,
      verdict: 'fail',
      says: 'pcx-shop-ledger as pending-acceptance',
    },
    'fails for a subnet without the route': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-0', routes =>
          routes.filter(({ destination }) => destination !== '10.3.0.0/16'),
        ),
        connected(),
      ),
      scope,
      verdict: 'fail',
      says: 'rtb-ledger-0 0.0.0.0/0 → nat-ledger-0',
    },
    'fails for a range that lies behind the application’s VPC': {
      facts: connected({}, { shop: { cidrs: ['10.3.0.0/17'] } }),
      scope,
      verdict: 'fail',
      says: 'it ends at vpc-shop with 10.3.0.0/17, and a peering is not transitive',
    },
    'is unknown where AWS does not show the ranges at the other end': {
      facts: connected({}, { shop: { cidrs: [] } }),
      scope,
      verdict: 'unknown',
      says: 'AWS does not show the ranges of vpc-shop',
    },
    'fails for a route to the peering between the sides': {
      facts: connected(
        {},
        { target: () => ({ kind: 'peering', id: 'pcx-1' }) },
      ),
      scope,
      verdict: 'fail',
      says: '10.3.0.0/16 → pcx-1',
    },
    'fails for a range that a side has too': {
      facts: connected({ cidrs: ['10.3.0.0/16', '10.1.4.0/22'] }),
      scope,
      verdict: 'fail',
      says: '10.1.4.0/22 of shop belongs to Ledger too',
    },
    'fails for a range that Services of a side hide': {
      facts: connected({ cidrs: ['172.20.8.0/24'] }),
      scope,
      verdict: 'fail',
      says: '172.20.8.0/24 of shop belongs to Ledger too',
    },
    'is unknown where the VPC of the application is not declared': {
      facts: connected({ vpcId: undefined }),
      scope,
      verdict: 'unknown',
      says: 'vpcId of shop is not declared',
    },
    'passes for a transit gateway that somebody else connects': {
      facts: external('transitGateway'),
      scope,
      verdict: 'pass',
      says: 'rtb-ledger-0 10.3.0.0/16 → transitGateway-1',
    },
    'passes for a VPN that somebody else connects': {
      facts: external('virtualPrivateGateway'),
      scope,
      verdict: 'pass',
      says: '10.3.0.0/16 → virtualPrivateGateway-1',
    },
    'fails for a transit gateway where a peering was asked for': {
      facts: connected(
        {},
        { target: () => ({ kind: 'transitGateway', id: 'tgw-1' }) },
      ),
      scope,
      verdict: 'fail',
      says: '10.3.0.0/16 → tgw-1',
    },
    'fails for a network of somebody else that only the NAT leads to': {
      facts: declaring({ peering: 'external' }),
      scope,
      verdict: 'fail',
      says: 'rtb-ledger-0 0.0.0.0/0 → nat-ledger-0',
    },
    'fails for a network of somebody else behind the peering between the sides':
      {
        facts: external('peering', 'pcx-1'),
        scope,
        verdict: 'fail',
        says: 'a peering is not transitive',
      },
    'fails for a blackhole': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-0', routes =>
          routes.map(each =>
            each.destination === '10.3.0.0/16'
              ? route(each.destination, 'transitGateway', {
                  state: 'blackhole',
                })
              : each,
          ),
        ),
        external('transitGateway'),
      ),
      scope,
      verdict: 'fail',
      says: '(blackhole)',
    },
    'is unknown where it is not known where nodes stand': {
      facts: denied('nodes', connected()),
      scope,
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is unknown where the peerings were not read': {
      facts: denied('peerings', connected()),
      scope,
      verdict: 'unknown',
      says: 'Ledger: peerings was denied',
    },
    'is skipped for IPv6 clusters': {
      facts: ofLedger(
        'cluster',
        cluster => ({ ...cluster, ipFamily: 'ipv6' as const }),
        connected(),
      ),
      scope,
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
    'is skipped without applications': {
      facts: healthyFacts(),
      scope: 'pair',
      verdict: 'skipped',
      says: 'no application is declared',
    },
  });
});
