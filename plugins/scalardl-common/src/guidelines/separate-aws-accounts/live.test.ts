import { healthyFacts } from '../../facts/live/fixture/healthy.fixture';
import { itJudges } from '../__testUtils__/itJudges';
import { denied, ofAuditor } from '../__testUtils__/liveCases';
import { separateAwsAccounts } from './separateAwsAccounts';

const oneAccount = ofAuditor('cluster', cluster => ({
  ...cluster,
  accountId: '111111111111',
}));

describe('separate-aws-accounts, live', () => {
  itJudges(separateAwsAccounts, {
    'passes for two accounts': {
      facts: healthyFacts(),
      verdict: 'pass',
      says: 'Ledger in 111111111111, Auditor in 222222222222',
    },
    'fails for one account': {
      facts: oneAccount,
      verdict: 'fail',
      says: 'account 111111111111 has the cluster of Ledger and the cluster of Auditor',
    },
    'fails where one account owns the other side’s VPC': {
      facts: ofAuditor('vpc', vpc => ({ ...vpc, ownerId: '111111111111' })),
      verdict: 'fail',
      says: 'the cluster of Ledger and the VPC of Auditor',
    },
    'fails without the VPCs': {
      facts: denied('vpc', oneAccount),
      verdict: 'fail',
      says: 'account 111111111111',
    },
    'is unknown where the owner of a VPC was not read': {
      facts: denied('vpc'),
      verdict: 'unknown',
      says: 'vpc was denied',
    },
    'is unknown where a cluster was not read': {
      facts: denied('cluster'),
      verdict: 'unknown',
      says: 'cluster was denied',
    },
  });
});
