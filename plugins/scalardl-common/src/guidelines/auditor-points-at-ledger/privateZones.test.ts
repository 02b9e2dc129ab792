import type {
  LiveFactName,
  LiveFacts,
  LiveNameRecord,
  LivePrivateZone,
} from '../../facts/live';
import {
  changed,
  healthyFacts,
  unread,
} from '../../facts/live/fixture/healthy.fixture';
import { AUDITOR, LEDGER } from '../../facts/live/fixture/side.fixture';
import type { Side } from '../../report/report';
import { itJudges } from '../__testUtils__/itJudges';
import { auditorPointsAtLedger } from './auditorPointsAtLedger';
import { calling } from '../__testUtils__/callingLedger';

const NAME = 'ledger.payments.internal';
const ZONE = 'payments.internal';

const record = (
  values: string[],
  rest: Partial<LiveNameRecord> = {},
): LiveNameRecord => ({
  name: NAME,
  type: 'A',
  values,
  chosen: false,
  ...rest,
});

const alias = (name: string, rest: Partial<LiveNameRecord> = {}) =>
  record([], { alias: { zoneId: 'Z31USIVHYNEOWT', name }, ...rest });

const balancer = alias(`dualstack.${LEDGER.balancerHost}`);

const privateZone = (
  records: LiveNameRecord[] | undefined,
): LivePrivateZone => ({
  id: 'Z1',
  name: ZONE,
  owner: AUDITOR.account,
  ...(records ? { records } : { unread: `it belongs to ${LEDGER.account}` }),
});

/** Auditor calls the name, and its VPC looks it up in a zone with these records. */
function named(...records: LiveNameRecord[]): LiveFacts {
  return seen('auditor', privateZone(records), calling(NAME));
}

function seen(side: Side, zone: LivePrivateZone, facts: LiveFacts): LiveFacts {
  return changed(facts, { side, fact: 'privateZones' }, () => [zone]);
}

const denied = (fact: LiveFactName, facts: LiveFacts) =>
  unread(facts, { side: 'auditor', fact });

const asking = (...servers: string[]) =>
  changed(
    named(balancer),
    { side: 'auditor', fact: 'nameServers' },
    () => servers,
  );

describe('auditor-points-at-ledger, by a name of a private zone', () => {
  itJudges(auditorPointsAtLedger, {
    'passes by an alias of the load balancer': {
      facts: named(balancer),
      verdict: 'pass',
      says: `${NAME} → dualstack.${LEDGER.balancerHost}: it is k8s-ledger`,
    },
    'passes by a CNAME of the load balancer': {
      facts: named(record([LEDGER.balancerHost], { type: 'CNAME' })),
      verdict: 'pass',
      says: `${NAME} → ${LEDGER.balancerHost}: it is k8s-ledger`,
    },
    'passes by addresses of the load balancer': {
      facts: named(record(['10.1.0.20', '10.1.2.20'])),
      verdict: 'pass',
      says: `${NAME} → 10.1.0.20: it is an address of k8s-ledger`,
    },
    'passes by a zone that the Ledger’s account owns and reads': {
      facts: seen(
        'ledger',
        privateZone([balancer]),
        seen('auditor', privateZone(undefined), calling(NAME)),
      ),
      verdict: 'pass',
      says: 'it is k8s-ledger',
    },
    'is unknown by a zone that neither side may read': {
      facts: seen('auditor', privateZone(undefined), calling(NAME)),
      verdict: 'unknown',
      says: `the records of private zone ${ZONE} (Z1) were not read: it belongs to ${LEDGER.account}`,
    },
    'fails by a zone that only the Ledger’s VPC looks into': {
      // Another zone, so that the name does not exist where the Auditor looks.
      facts: seen('ledger', { ...privateZone([balancer]), id: 'Z2' }, named()),
      verdict: 'fail',
      says: `private zone ${ZONE} (Z1) has no address of ${NAME}`,
    },
    'is unknown where the Ledger’s VPC alone has the zone': {
      facts: seen('ledger', privateZone([balancer]), calling(NAME)),
      verdict: 'unknown',
      says: 'no private zone of the Auditor’s VPC holds the name',
    },
    'fails by an alias of a load balancer that is gone': {
      facts: named(alias('k8s-old-1.elb.ap-northeast-1.amazonaws.com')),
      verdict: 'fail',
      says: 'it is the name of a load balancer that is gone or somebody else’s',
    },
    'fails by an alias of the Auditor’s own load balancer': {
      facts: named(alias(AUDITOR.balancerHost)),
      verdict: 'fail',
      says: 'it is k8s-auditor, which is not in front of Ledger',
    },
    'fails where one of its addresses is another machine’s': {
      facts: named(record(['10.1.0.20', '10.1.2.99'])),
      verdict: 'fail',
      says: `${NAME} → 10.1.2.99: it is no address of Ledger’s load balancer`,
    },
    'is unknown where a CNAME leads out of the private zones': {
      facts: named(record(['ledger.example.com'], { type: 'CNAME' })),
      verdict: 'unknown',
      says: `${NAME} → ledger.example.com: no private zone`,
    },
    'is unknown where a routing policy decides between right and wrong': {
      facts: named(
        { ...balancer, chosen: true },
        alias('k8s-old-1.elb.ap-northeast-1.amazonaws.com', { chosen: true }),
      ),
      verdict: 'unknown',
      says: 'which of them answers is decided by a routing policy',
    },
    'fails where a routing policy decides between two that are wrong': {
      facts: named(
        record(['10.1.0.98'], { chosen: true }),
        record(['10.1.0.99'], { chosen: true }),
      ),
      verdict: 'fail',
      says: 'it is no address of Ledger’s load balancer',
    },
    'is unknown where other name servers answer': {
      facts: asking('10.9.0.2'),
      verdict: 'unknown',
      says: 'its VPC asks 10.9.0.2 for names, expected AmazonProvidedDNS',
    },
    'is unknown where one of the name servers is another': {
      facts: asking('AmazonProvidedDNS', '10.9.0.2'),
      verdict: 'unknown',
      says: 'its VPC asks AmazonProvidedDNS, 10.9.0.2 for names',
    },
    'is unknown where the VPC hands out no name server': {
      facts: asking(),
      verdict: 'unknown',
      says: 'its VPC asks no name server for names',
    },
    'is unknown where the VPC does not answer for private zones': {
      facts: changed(
        named(balancer),
        { side: 'auditor', fact: 'vpcDns' },
        dns => ({ ...dns, hostnames: false }),
      ),
      verdict: 'unknown',
      says: 'private zones answer only with enableDnsSupport and enableDnsHostnames',
    },
    'is unknown where the name servers were not read': {
      facts: denied('nameServers', named(balancer)),
      verdict: 'unknown',
      says: 'nameServers was denied',
    },
    'is unknown where the private zones were not read': {
      facts: denied('privateZones', named(balancer)),
      verdict: 'unknown',
      says: 'privateZones was denied',
    },
    'is unknown where the host is the load balancer, whose name a zone may hold':
      {
        facts: denied('privateZones', healthyFacts()),
        verdict: 'unknown',
        says: 'privateZones was denied',
      },
    'fails where a zone holds the names of load balancers, and has none': {
      facts: seen(
        'auditor',
        { ...privateZone([]), name: 'elb.ap-northeast-1.amazonaws.com' },
        healthyFacts(),
      ),
      verdict: 'fail',
      says: 'private zone elb.ap-northeast-1.amazonaws.com (Z1) has no address of',
    },
  });
});
