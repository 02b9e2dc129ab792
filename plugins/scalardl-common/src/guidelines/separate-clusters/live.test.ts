import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofAuditor } from '../__testUtils__/liveCases';
import { separateClusters } from './separateClusters';

describe('separate-clusters, live', () => {
  itJudges(separateClusters, {
    'passes for two clusters in two VPCs': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'vpc-ledger and vpc-auditor',
    },
    'passes for clusters of one name in two accounts': {
      facts: ofAuditor('cluster', cluster => ({
        ...cluster,
        name: 'pay-ledger',
      })),
      verdict: 'pass',
      says: 'cluster/pay-auditor',
    },
    'fails where both sides are one cluster': {
      facts: ofAuditor('cluster', cluster => ({
        ...cluster,
        arn: 'arn:aws:eks:ap-northeast-1:111111111111:cluster/pay-ledger',
      })),
      verdict: 'fail',
      says: 'both sides are in arn:aws:eks:ap-northeast-1:111111111111:cluster/pay-ledger',
    },
    'fails for a VPC that is shared between two accounts': {
      facts: ofAuditor('cluster', cluster => ({
        ...cluster,
        vpcId: 'vpc-ledger',
      })),
      verdict: 'fail',
      says: 'both sides are in vpc-ledger',
    },
    'is unknown where a cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
