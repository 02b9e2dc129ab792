import { changeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';

export const mutations: Mutation[] = [
  {
    name: 'more pods are allowed than the largest node group holds',
    guideline: 'pod-autoscaling-fits-node-groups',
    apply: ({ ledger: { kube, plan } }) =>
      changeObject(kube, pathsOf(plan).podAutoscaler, {
        spec: { maxReplicas: 12 },
      }),
    expect: {
      'pod-autoscaling-fits-node-groups/ledger': 'fail',
      'rollout-capacity/ledger': 'fail',
    },
    observed: '12',
  },
];
