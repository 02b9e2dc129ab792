import { conditionIs } from '../conditions.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'somebody disabled the key of the Ledger’s secrets',
    guideline: 'secrets-encrypted',
    apply: ({ testbed, ledger }) =>
      conditionIs(testbed, {
        resource: 'cluster',
        name: ledger.plan.cluster,
        code: 'KmsKeyDisabled',
        message: 'The KMS key is disabled.',
      }),
    expect: {
      'secrets-encrypted/ledger': 'fail',
      'clusters-active/ledger': 'fail',
    },
    observed: 'KmsKeyDisabled',
  },
];
