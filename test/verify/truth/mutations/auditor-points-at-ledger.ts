import { changeProperties } from '../properties.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the host is the default, which stands further down and wins',
    guideline: 'auditor-points-at-ledger',
    apply: ({ auditor }) =>
      changeProperties(
        auditor,
        text => `${text}scalar.dl.auditor.ledger.host=localhost\n`,
      ),
    expect: { 'auditor-points-at-ledger/pair': 'fail' },
    observed: 'localhost',
  },
  {
    name: 'the host is a load balancer that was replaced',
    guideline: 'auditor-points-at-ledger',
    apply: ({ auditor, ledger }) =>
      changeProperties(auditor, text =>
        text.replace(ledger.balancerHost, `old-${ledger.balancerHost}`),
      ),
    expect: { 'auditor-points-at-ledger/pair': 'fail' },
    observed: ({ ledger }) => `old-${ledger.balancerHost}`,
  },
];
