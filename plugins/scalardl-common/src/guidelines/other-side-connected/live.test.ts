import type {
  LiveFacts,
  LiveRouteTable,
  LiveTransitGatewayAttachment,
  LiveTransitGatewayRoute,
  LiveTransitGatewayRouteTable,
} from '../../facts/live';
import { healthyFacts, unread } from '../../facts/live/fixture/healthy.fixture';
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
): LiveTransitGatewayAttachment => ({
  id: `tgw-attach-${side}`,
  transitGatewayId: 'tgw-1',
  state: 'available',
  subnetIds: [0, 1, 2].map(index => `subnet-${side}-private-${index}`),
});

const leading = (
  destination: string,
  ...attachmentIds: string[]
): LiveTransitGatewayRoute => ({ destination, attachmentIds, state: 'active' });

const ROUTES = [
  leading('10.2.0.0/20', 'tgw-attach-auditor'),
  leading('10.1.0.0/20', 'tgw-attach-ledger'),
];

const BOTH = ['tgw-attach-ledger', 'tgw-attach-auditor'];

/** The gateway's only table, which the attachments share. */
const gatewayTable = (
  rest: Partial<LiveTransitGatewayRouteTable> = {},
): LiveTransitGatewayRouteTable => ({
  id: 'tgw-rtb-1',
  transitGatewayId: 'tgw-1',
  attachmentIds: BOTH,
  routes: ROUTES,
  ...rest,
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

/** The Ledger's account sees these tables of the gateway. */
function owning(
  tables: LiveTransitGatewayRouteTable[],
  facts: LiveFacts = joined(),
): LiveFacts {
  return ofLedger('transitGatewayRouteTables', () => tables, facts);
}

/** A pair joined by a transit gateway of the Ledger's account, with changed attachments. */
function joined(ledger: Attachment = {}, auditor: Attachment = {}): LiveFacts {
  const { transitGatewayId: auditorGateway = 'tgw-1' } = auditor;
  return owning(
    [gatewayTable()],
    withoutPeering(
      ofLedger(
        'transitGatewayAttachments',
        () => [{ ...attachment('ledger'), ...ledger }],
        ofAuditor(
          'transitGatewayAttachments',
          () => [{ ...attachment('auditor'), ...auditor }],
          ofLedger(
            'routeTables',
            toGateway('tgw-1'),
            ofAuditor('routeTables', toGateway(auditorGateway)),
          ),
        ),
      ),
    ),
  );
}

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
      says: 'rtb-ledger-0 10.2.0.0/20 → tgw-1: tgw-rtb-1 of tgw-1 10.2.0.0/20 → tgw-attach-auditor',
    },
    'passes where either attachment has a table of its own': {
      facts: owning([
        gatewayTable({
          attachmentIds: ['tgw-attach-ledger'],
          routes: ROUTES.slice(0, 1),
        }),
        gatewayTable({
          id: 'tgw-rtb-2',
          attachmentIds: ['tgw-attach-auditor'],
          routes: ROUTES.slice(1),
        }),
      ]),
      verdict: 'pass',
      says: 'tgw-rtb-2 of tgw-1 10.1.0.0/20 → tgw-attach-ledger',
    },
    'passes where the Auditor owns the gateway and the Ledger may not ask': {
      facts: unread(
        ofAuditor(
          'transitGatewayRouteTables',
          () => [gatewayTable()],
          joined(),
        ),
        { side: 'ledger', fact: 'transitGatewayRouteTables' },
      ),
      verdict: 'pass',
      says: 'tgw-rtb-1 of tgw-1',
    },
    'is unknown where neither side owns the gateway': {
      facts: owning([]),
      verdict: 'unknown',
      says: 'the route tables of tgw-1 are shown to neither side; only its owner may read them',
    },
    'is unknown where the tables of the gateway were denied': {
      facts: denied('transitGatewayRouteTables', joined()),
      verdict: 'unknown',
      says: 'transitGatewayRouteTables was denied',
    },
    'fails where the attachment has no table': {
      facts: owning([gatewayTable({ attachmentIds: ['tgw-attach-auditor'] })]),
      verdict: 'fail',
      says: 'tgw-attach-ledger is associated with no route table of tgw-1',
    },
    'fails where the gateway leads to another attachment': {
      facts: owning([
        gatewayTable({
          routes: [...ROUTES, leading('10.2.4.0/24', 'tgw-attach-firewall')],
        }),
      ]),
      verdict: 'fail',
      says: '10.2.4.0/24 → tgw-attach-firewall',
    },
    'passes where a static route goes before one that was learned': {
      facts: owning([
        gatewayTable({
          routes: [
            {
              ...leading('10.2.0.0/20', 'tgw-attach-vpn'),
              propagated: true,
            },
            ...ROUTES,
          ],
        }),
      ]),
      verdict: 'pass',
      says: '10.2.0.0/20 → tgw-attach-auditor',
    },
    'fails where the gateway drops the packets': {
      facts: owning([
        gatewayTable({
          routes: [
            { ...leading('10.2.8.0/21'), state: 'blackhole' },
            ...ROUTES,
          ],
        }),
      ]),
      verdict: 'fail',
      says: '(blackhole)',
    },
    'fails where the gateway has no route': {
      facts: owning([gatewayTable({ routes: [] })]),
      verdict: 'fail',
      says: 'tgw-rtb-1 of tgw-1 has no route to 10.2.0.0/20',
    },
    'fails where the gateway leads back for a part only': {
      facts: owning([
        gatewayTable({
          routes: [
            ...ROUTES.slice(0, 1),
            leading('10.1.0.0/21', 'tgw-attach-ledger'),
          ],
        }),
      ]),
      verdict: 'fail',
      says: 'tgw-rtb-1 of tgw-1 has no route to 10.1.8.0/21',
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
