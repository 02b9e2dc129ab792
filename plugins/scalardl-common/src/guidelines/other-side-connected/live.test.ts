import type {
  LiveFacts,
  LiveRouteTable,
  LiveTransitGatewayAttachment,
} from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import {
  denied,
  ofAuditor,
  ofLedger,
  route,
  withRoutes,
} from '../__testUtils__/liveCases';
import {
  ipv6Clusters,
  oneVpc,
  withoutPeering,
} from '../__testUtils__/peeringWorlds';
import { otherSideConnected } from './otherSideConnected';

type Attachment = Partial<LiveTransitGatewayAttachment>;

const attachment = (
  side: 'ledger' | 'auditor',
  leadsTo: { range: string; to: string },
): LiveTransitGatewayAttachment => ({
  id: `tgw-attach-${side}`,
  transitGatewayId: 'tgw-1',
  state: 'available',
  subnetIds: [0, 1, 2].map(index => `subnet-${side}-private-${index}`),
  routes: [
    {
      destination: leadsTo.range,
      attachmentIds: [leadsTo.to],
      state: 'active',
    },
  ],
});

/** Every route to the peering leads to the gateway instead. */
const toGateway = (id: string) => (tables: LiveRouteTable[]) =>
  tables.map(table => ({
    ...table,
    routes: table.routes.map(each =>
      each.target.kind === 'peering'
        ? route(each.destination, 'transitGateway', { id })
        : each,
    ),
  }));

/** A pair joined by a transit gateway, with changed attachments. */
function joined(ledger: Attachment = {}, auditor: Attachment = {}): LiveFacts {
  const [own, other] = [
    attachment('ledger', { range: '10.2.0.0/20', to: 'tgw-attach-auditor' }),
    attachment('auditor', { range: '10.1.0.0/20', to: 'tgw-attach-ledger' }),
  ];
  const { transitGatewayId: auditorGateway = 'tgw-1' } = auditor;
  return withoutPeering(
    ofLedger(
      'transitGatewayAttachments',
      () => [{ ...own, ...ledger }],
      ofAuditor(
        'transitGatewayAttachments',
        () => [{ ...other, ...auditor }],
        ofLedger(
          'routeTables',
          toGateway('tgw-1'),
          ofAuditor('routeTables', toGateway(auditorGateway)),
        ),
      ),
    ),
  );
}

const leading = (attachmentIds: string[], destination = '10.2.0.0/20') => ({
  routes: [{ destination, attachmentIds, state: 'active' as const }],
});

describe('other-side-connected', () => {
  itJudges(otherSideConnected, {
    'passes by the peering': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'rtb-ledger-0 10.2.0.0/20 → pcx-1',
    },
    'passes by a transit gateway whose routes lead on': {
      facts: joined(),
      verdict: 'pass',
      says: 'rtb-ledger-0 10.2.0.0/20 → tgw-1: tgw-1 for tgw-attach-ledger 10.2.0.0/20 → tgw-attach-auditor',
    },
    'is unknown where the routes of the gateway were not read': {
      facts: joined({ routes: undefined }),
      verdict: 'unknown',
      says: 'the routes of tgw-1 were not read; only its owner may read them',
    },
    'fails where the gateway leads to another attachment': {
      facts: joined(leading(['tgw-attach-firewall'])),
      verdict: 'fail',
      says: '10.2.0.0/20 → tgw-attach-firewall',
    },
    'fails where the gateway has no route': {
      facts: joined({ routes: [] }),
      verdict: 'fail',
      says: 'tgw-1 for tgw-attach-ledger has no route to 10.2.0.0-10.2.15.255',
    },
    'fails where the gateway leads back for a part only': {
      facts: joined({}, leading(['tgw-attach-ledger'], '10.1.0.0/21')),
      verdict: 'fail',
      says: 'tgw-1 for tgw-attach-auditor has no route to 10.1.8.0-10.1.15.255',
    },
    'fails where an attachment is not available': {
      facts: joined({ state: 'pendingAcceptance' }),
      verdict: 'fail',
      says: 'its attachment is pendingAcceptance',
    },
    'fails where the gateway is not attached in the zone of a subnet': {
      facts: joined({ subnetIds: ['subnet-ledger-private-0'] }),
      verdict: 'fail',
      says: 'tgw-attach-ledger has no subnet in apne1-az1, the zone of subnet-ledger-private-1',
    },
    'is unknown where the other VPC is attached to another gateway': {
      facts: joined({}, { transitGatewayId: 'tgw-2' }),
      verdict: 'unknown',
      says: 'the other VPC is not attached to tgw-1',
    },
    'is unknown where the attachments were not read': {
      facts: denied('transitGatewayAttachments', joined()),
      verdict: 'unknown',
      says: 'transitGatewayAttachments was denied',
    },
    'fails with neither': {
      facts: withoutPeering(
        ofLedger(
          'routeTables',
          withRoutes('rtb-ledger-0', routes =>
            routes.filter(({ target }) => target.kind !== 'peering'),
          ),
        ),
      ),
      verdict: 'fail',
      says: 'rtb-ledger-0 0.0.0.0/0 → nat-ledger-0',
    },
    'is unknown behind an appliance': {
      facts: ofLedger(
        'routeTables',
        withRoutes('rtb-ledger-0', routes =>
          routes.map(each =>
            each.target.kind === 'peering'
              ? route(each.destination, 'interface', { id: 'eni-firewall' })
              : each,
          ),
        ),
      ),
      verdict: 'unknown',
      says: 'what lies behind eni-firewall was not read',
    },
    'is unknown where it is not known where nodes stand': {
      facts: denied('nodes'),
      verdict: 'unknown',
      says: 'nodes was denied',
    },
    'is skipped for IPv6 clusters': {
      facts: ipv6Clusters(),
      verdict: 'skipped',
      says: 'IPv6 clusters are not judged',
    },
    'is skipped where both clusters stand in one VPC': {
      facts: oneVpc(),
      verdict: 'skipped',
      says: 'both clusters stand in vpc-ledger',
    },
  });
});
