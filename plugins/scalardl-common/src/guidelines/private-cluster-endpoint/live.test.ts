import type { LiveCluster } from '../../facts/live';
import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofLedger } from '../__testUtils__/liveCases';
import { privateClusterEndpoint } from './privateClusterEndpoint';

const endpoint = (change: Partial<LiveCluster['endpoint']>) =>
  ofLedger('cluster', cluster => ({
    ...cluster,
    endpoint: { ...cluster.endpoint, ...change },
  }));

describe('private-cluster-endpoint, live', () => {
  itJudges(privateClusterEndpoint, {
    'passes where only the private endpoint is on': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'private access only',
    },
    'passes where ranges are kept while public access is off': {
      facts: endpoint({ publicCidrs: ['0.0.0.0/0'] }),
      verdict: 'pass',
      says: 'private access only',
    },
    'fails where the address of a runner was left behind': {
      facts: endpoint({ public: true, publicCidrs: ['203.0.113.7/32'] }),
      verdict: 'fail',
      says: 'open to 203.0.113.7/32',
    },
    'fails where the private endpoint is off': {
      facts: endpoint({ private: false }),
      verdict: 'fail',
      says: 'private access is off',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
