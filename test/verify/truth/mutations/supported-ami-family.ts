import type { Mutation } from '../mutation.ts';
import { changeNodeInfo } from '../nodes.ts';

export const mutations: Mutation[] = [
  {
    name: 'a machine still runs Amazon Linux 2 while its group is of 2023',
    guideline: 'supported-ami-family',
    apply: ({ ledger }) => changeNodeInfo(ledger, 'osImage', 'Amazon Linux 2'),
    expect: { 'supported-ami-family/ledger': 'fail' },
    observed: 'Amazon Linux 2',
  },
  {
    name: 'a machine runs Bottlerocket beside those of Amazon Linux 2023',
    guideline: 'supported-ami-family',
    apply: ({ auditor }) =>
      changeNodeInfo(
        auditor,
        'osImage',
        'Bottlerocket OS 1.52.0 (aws-k8s-1.35)',
      ),
    expect: {},
    because: 'both are published for this version of Kubernetes',
  },
];
