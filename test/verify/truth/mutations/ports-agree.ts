import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

export const mutations: Mutation[] = [
  {
    name: 'the Auditor calls a privileged port that the Ledger does not offer',
    guideline: 'ports-agree',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace(
          'ledger.privileged_port=50052',
          'ledger.privileged_port=50062',
        ),
      ),
    expect: { 'ports-agree/pair': 'fail' },
    observed: '50062',
  },
];
