import { fail, pass, unknown } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/ManualDeploymentGuideScalarDLAuditorOnEKS/ */
export const separateAwsAccounts: Guideline = {
  id: 'separate-aws-accounts',
  level: 'recommendation',
  title: 'Ledger and Auditor belong to different AWS accounts',
  source: source('manualDeployment', 'Administrative domains'),
  pass: 'Each side has an AWS account of its own, so nobody administers both by the rights of one.',
  fail: 'One AWS account holds both sides, so its administrators could change both and hide a Byzantine fault.',
  remedy:
    'Give the Auditor an account of its own in spec.auditor.awsAccountId, or waive this until there is one.',
  plan: pairCheck({
    needs: [],
    needsShared: ['environment', 'environmentSource'],
    check: ({ environment, environmentSource }) => {
      if (!environment) {
        return unknown(
          'without scalardl.yaml the accounts are not told: a ClusterConfig names none',
        );
      }
      const { ledger, auditor } = environment.spec;
      const same = ledger.awsAccountId === auditor.awsAccountId;
      const evidence = {
        expected: 'two different accounts',
        observed: same
          ? `both sides are in account ${ledger.awsAccountId}`
          : `Ledger in ${ledger.awsAccountId}, Auditor in ${auditor.awsAccountId}`,
        location: environmentSource?.locate('spec', 'auditor', 'awsAccountId'),
      };
      return same ? fail(evidence) : pass(evidence);
    },
  }),
  live,
};
