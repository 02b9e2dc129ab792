import { removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';

const withoutEnvoyBudget: Mutation['apply'] = ({ auditor }) =>
  removeObject(auditor.kube, pathsOf(auditor.plan).envoyBudget);

export const mutations: Mutation[] = [
  {
    name: 'Envoy has no budget',
    guideline: 'pod-disruption-budgets',
    apply: withoutEnvoyBudget,
    expect: { 'pod-disruption-budgets/auditor': 'fail' },
    observed: 'no PodDisruptionBudget selects the Envoy pods',
  },
  {
    name: 'Envoy has no budget, and somebody answers for that until a day to come',
    guideline: 'pod-disruption-budgets',
    apply: withoutEnvoyBudget,
    environment: text => withWaiver(text, '2099-12-31'),
    expect: { 'pod-disruption-budgets/auditor': 'waived' },
    observed: 'Envoy moves to another cluster.',
  },
  {
    name: 'Envoy has no budget, and the waiver for that has expired',
    guideline: 'pod-disruption-budgets',
    apply: withoutEnvoyBudget,
    environment: text => withWaiver(text, '2026-01-31'),
    expect: { 'pod-disruption-budgets/auditor': 'fail' },
    observed: 'no PodDisruptionBudget selects the Envoy pods',
  },
];

function withWaiver(environment: string, expires: string): string {
  const waiver = {
    guideline: 'pod-disruption-budgets',
    side: 'auditor',
    reason: 'Envoy moves to another cluster.',
    owner: 'group:default/payments',
    expires,
  };
  return `${environment}  waivers: [${JSON.stringify(waiver)}]\n`;
}
