import type { Mutation } from '../mutation.ts';
import { changeNodeInfo } from '../nodes.ts';

export const mutations: Mutation[] = [
  {
    name: 'the kubelet of one node is four minors older than the cluster',
    guideline: 'supported-kubernetes-version',
    apply: ({ auditor }) =>
      changeNodeInfo(auditor, 'kubeletVersion', 'v1.31.14-eks-1234567'),
    expect: { 'supported-kubernetes-version/auditor': 'fail' },
    observed: '1.31',
  },
  {
    name: 'the kubelet of one node is three minors older than the cluster',
    guideline: 'supported-kubernetes-version',
    apply: ({ auditor }) =>
      changeNodeInfo(auditor, 'kubeletVersion', 'v1.32.9-eks-1234567'),
    expect: {},
    because: 'Kubernetes allows three minors between them',
  },
  {
    name: 'the kubelet of one node is newer than the cluster',
    guideline: 'supported-kubernetes-version',
    apply: ({ ledger }) =>
      changeNodeInfo(ledger, 'kubeletVersion', 'v1.36.0-eks-1234567'),
    expect: { 'supported-kubernetes-version/ledger': 'fail' },
    observed: '1.36',
  },
];
