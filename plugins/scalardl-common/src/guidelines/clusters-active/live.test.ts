import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofAuditor, ofLedger } from '../__testUtils__/liveCases';
import { clustersActive } from './clustersActive';

const status = (text: string) =>
  ofLedger('cluster', cluster => ({ ...cluster, status: text }));

describe('clusters-active', () => {
  itJudges(clustersActive, {
    'passes for a healthy cluster': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'the status of pay-ledger is ACTIVE',
    },
    'is unknown while the cluster is being updated': {
      facts: status('UPDATING'),
      verdict: 'unknown',
      says: 'the status of pay-ledger is UPDATING, which passes',
    },
    'fails while the cluster is being deleted': {
      facts: status('DELETING'),
      verdict: 'fail',
      says: 'is DELETING',
    },
    'fails for a fault while the cluster is being updated': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        status: 'UPDATING',
        healthIssues: ['AccessDenied: the role is gone'],
      })),
      verdict: 'fail',
      says: 'AccessDenied: the role is gone',
    },
    'fails for a cluster that failed': {
      facts: status('FAILED'),
      verdict: 'fail',
      says: 'is FAILED',
    },
    'fails for an active cluster with a health issue': {
      facts: ofLedger('cluster', cluster => ({
        ...cluster,
        healthIssues: ['Ec2SubnetNotFound: subnet-1 is gone'],
      })),
      verdict: 'fail',
      says: 'Ec2SubnetNotFound: subnet-1 is gone',
    },
    'does not let one side speak for the other': {
      facts: ofAuditor('cluster', cluster => ({
        ...cluster,
        status: 'DELETING',
      })),
      scope: 'ledger',
      verdict: 'pass',
      says: 'ACTIVE',
    },
    'is unknown where the cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
