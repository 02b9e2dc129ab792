import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { controlPlaneInPrivateSubnets } from './controlPlaneInPrivateSubnets';

const subnets = (subnetIds: string[]) =>
  ofLedger('cluster', cluster => ({ ...cluster, subnetIds }));

describe('control-plane-in-private-subnets', () => {
  itJudges(controlPlaneInPrivateSubnets, {
    'passes for private subnets': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'rtb-ledger-0 leads to no internet gateway',
    },
    'fails for the public subnets that eksctl adds': {
      facts: subnets(['subnet-ledger-private-0', 'subnet-ledger-public-0']),
      verdict: 'fail',
      says: 'subnet-ledger-public-0 is public: rtb-ledger-public 0.0.0.0/0 → igw-ledger',
    },
    'fails for a subnet without a table of its own under a public main table': {
      facts: ofLedger('routeTables', tables =>
        tables
          .map(table =>
            table.id === 'rtb-ledger-public'
              ? { ...table, main: true }
              : { ...table, main: false },
          )
          .map(table =>
            table.id === 'rtb-ledger-1' ? { ...table, subnetIds: [] } : table,
          ),
      ),
      verdict: 'fail',
      says: 'subnet-ledger-private-1 is public: rtb-ledger-public, the main table',
    },
    'is unknown for a subnet that no table was read for': {
      facts: ofLedger('routeTables', tables =>
        tables.filter(({ id, main }) => id !== 'rtb-ledger-1' && !main),
      ),
      verdict: 'unknown',
      says: 'no route table of subnet-ledger-private-1 was read',
    },
    'is skipped before the control plane stands': {
      facts: subnets([]),
      verdict: 'skipped',
      says: 'no subnet yet',
    },
    'is unknown where the route tables were not read': {
      facts: denied('routeTables'),
      verdict: 'unknown',
      says: 'routeTables was denied',
    },
  });
});
