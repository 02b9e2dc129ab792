import type { LiveFacts, LiveSettings } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofAuditor, ofLedger } from '../__testUtils__/liveCases';
import { disjointAddressRanges } from './disjointAddressRanges';

const around = (settings: Partial<LiveSettings>): LiveFacts => {
  const facts = healthyFacts();
  return { ...facts, settings: { ...facts.settings, ...settings } };
};

const services = (serviceCidr: string | undefined) =>
  ofLedger('cluster', cluster => ({ ...cluster, serviceCidr }));

describe('disjoint-address-ranges, live', () => {
  itJudges(disjointAddressRanges, {
    'passes for ranges of their own': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: '10.1.0.0/20 of the Ledger VPC, 10.2.0.0/20 of the Auditor VPC',
    },
    'passes for Services of one range in both clusters': {
      facts: services('172.20.0.0/16'),
      verdict: 'pass',
      says: '172.20.0.0/16 of the Services of Ledger',
    },
    'fails for a secondary range that lies in the other VPC': {
      facts: ofAuditor('vpc', vpc => ({
        ...vpc,
        cidrs: [...vpc.cidrs, '10.1.8.0/24'],
      })),
      verdict: 'fail',
      says: '10.1.8.0/24 of the Auditor VPC overlaps 10.1.0.0/20 of the Ledger VPC',
    },
    'fails for pod ranges of custom networking that are the same': {
      facts: ofAuditor(
        'vpc',
        vpc => ({ ...vpc, cidrs: [...vpc.cidrs, '100.64.0.0/16'] }),
        ofLedger('vpc', vpc => ({
          ...vpc,
          cidrs: [...vpc.cidrs, '100.64.0.0/16'],
        })),
      ),
      verdict: 'fail',
      says: '100.64.0.0/16 of the Auditor VPC overlaps 100.64.0.0/16 of the Ledger VPC',
    },
    'fails for Services that hide the other VPC': {
      facts: services('10.2.0.0/16'),
      verdict: 'fail',
      says: '10.2.0.0/16 of the Services of Ledger overlaps 10.2.0.0/20 of the Auditor VPC',
    },
    'fails for an application with addresses of a side': {
      facts: around({
        applications: [
          { name: 'shop', cidrs: ['10.2.15.0/24'], peering: 'external' },
        ],
      }),
      verdict: 'fail',
      says: '10.2.15.0/24 of the application shop overlaps 10.2.0.0/20 of the Auditor VPC',
    },
    'fails for runners with addresses of the Services': {
      facts: around({ runnerCidrs: ['172.20.7.0/24'] }),
      verdict: 'fail',
      says: '172.20.7.0/24 of the runners overlaps',
    },
    'fails for IPv6 ranges that hold one another': {
      facts: ofAuditor(
        'vpc',
        vpc => ({ ...vpc, ipv6Cidrs: ['fd00:1:2::/56'] }),
        ofLedger('vpc', vpc => ({ ...vpc, ipv6Cidrs: ['fd00:1::/32'] })),
      ),
      verdict: 'fail',
      says: 'fd00:1:2::/56 of the Auditor VPC overlaps fd00:1::/32 of the Ledger VPC',
    },
    'passes for IPv6 ranges of their own': {
      facts: ofAuditor(
        'vpc',
        vpc => ({ ...vpc, ipv6Cidrs: ['2406:da14:b::/56'] }),
        ofLedger('vpc', vpc => ({ ...vpc, ipv6Cidrs: ['2406:da14:a::/56'] })),
      ),
      verdict: 'pass',
      says: '10.1.0.0/20',
    },
    'passes for the ranges of one VPC that both sides share': {
      facts: ofAuditor('vpc', () => ({
        id: 'vpc-ledger',
        ownerId: '111111111111',
        cidrs: ['10.1.0.0/20'],
        ipv6Cidrs: [],
      })),
      verdict: 'pass',
      says: '10.1.0.0/20 of the VPC of both sides',
    },
    'is unknown where EKS does not tell the range of the Services': {
      facts: services(undefined),
      verdict: 'unknown',
      says: 'EKS does not tell the range of the Services',
    },
    'is unknown where a VPC was not read': {
      facts: denied('vpc'),
      verdict: 'unknown',
      says: 'vpc was denied',
    },
  });
});
