import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { vpcDnsEnabled } from './vpcDnsEnabled';

describe('vpc-dns-enabled', () => {
  itJudges(vpcDnsEnabled, {
    'passes where both are on': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'enableDnsHostnames is on',
    },
    'fails without host names, though DNS itself is on': {
      facts: ofLedger('vpcDns', dns => ({ ...dns, hostnames: false })),
      verdict: 'fail',
      says: 'enableDnsHostnames is off',
    },
    'fails without DNS support': {
      facts: ofLedger('vpcDns', dns => ({ ...dns, support: false })),
      verdict: 'fail',
      says: 'enableDnsSupport is off',
    },
    'is unknown where the attributes were not read': {
      facts: denied('vpcDns'),
      verdict: 'unknown',
      says: 'vpcDns was denied',
    },
  });
});
