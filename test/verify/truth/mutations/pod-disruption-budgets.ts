import { removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';

export const mutations: Mutation[] = [
  {
    name: 'Envoy has no budget',
    guideline: 'pod-disruption-budgets',
    apply: ({ auditor }) =>
      removeObject(auditor.kube, pathsOf(auditor.plan).envoyBudget),
    expect: { 'pod-disruption-budgets/auditor': 'fail' },
    observed: 'no PodDisruptionBudget selects the Envoy pods',
  },
];
