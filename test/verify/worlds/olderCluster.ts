import { HEALTHY_NAMES } from '../world/healthyPlan.ts';
import { pairPlan } from '../world/pairPlan.ts';
import type { OtherWorld } from './otherWorld.ts';

export const olderCluster: OtherWorld = {
  title: 'An older cluster in the same account',
  about:
    'Both clusters stand in one account. That of the Auditor runs Kubernetes 1.33, whose standard support on EKS has ended, and was made without a KMS key: from 1.28 on EKS encrypts by a key of AWS.',
  scopes: ['auditor', 'pair'],
  expect: {
    'standard-kubernetes-support/auditor': {
      verdict: 'fail',
      says: 'EKS lists 1.33 as EXTENDED_SUPPORT',
    },
    'separate-aws-accounts/pair': {
      verdict: 'fail',
      says: '111111111111',
    },
  },
  telling: {
    'supported-kubernetes-version': 'Kubernetes 1.33',
    'secrets-encrypted': 'EKS 1.33 encrypts with a key that AWS owns',
  },
};

export const ONE_ACCOUNT_PLAN = pairPlan({
  ...HEALTHY_NAMES,
  auditor: {
    ...HEALTHY_NAMES.auditor,
    account: HEALTHY_NAMES.ledger.account,
    kubernetesVersion: '1.33',
  },
});
