import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { endpointClosedToTheWorld } from './endpointClosedToTheWorld';

const open = (publicCidrs: string[], isPublic = true) =>
  ofLedger('cluster', cluster => ({
    ...cluster,
    endpoint: { ...cluster.endpoint, public: isPublic, publicCidrs },
  }));

describe('endpoint-closed-to-the-world, live', () => {
  itJudges(endpointClosedToTheWorld, {
    'passes where the public endpoint is off': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'the public endpoint is off',
    },
    'passes where 0.0.0.0/0 is kept while public access is off': {
      facts: open(['0.0.0.0/0'], false),
      verdict: 'pass',
      says: 'the public endpoint is off',
    },
    'passes for a narrow range': {
      facts: open(['203.0.113.0/24', '2001:db8::/48']),
      verdict: 'pass',
      says: '203.0.113.0/24',
    },
    'fails for the whole internet': {
      facts: open(['203.0.113.7/32', '0.0.0.0/0']),
      verdict: 'fail',
      says: 'open to 203.0.113.7/32, 0.0.0.0/0',
    },
    'fails for two halves': {
      facts: open(['0.0.0.0/1', '128.0.0.0/1']),
      verdict: 'fail',
      says: 'open to 0.0.0.0/1, 128.0.0.0/1',
    },
    'fails for the whole internet by IPv6': {
      facts: open(['::/0']),
      verdict: 'fail',
      says: '::/0',
    },
    'fails where no range is told': {
      facts: open([]),
      verdict: 'fail',
      says: 'open to everybody',
    },
    'is unknown for a range that cannot be read': {
      facts: open(['anywhere']),
      verdict: 'unknown',
      says: 'anywhere is no address range',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
