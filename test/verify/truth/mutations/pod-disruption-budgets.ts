import type { WorldSide } from '../../world/world.ts';
import { addObjects, removeObject } from '../change.ts';
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
  {
    name: 'two thirds may be evicted, which are rounded up to all three',
    guideline: 'pod-disruption-budgets',
    apply: ({ ledger }) => allow(ledger, { maxUnavailable: '67%' }),
    expect: { 'pod-disruption-budgets/ledger': 'fail' },
    observed: '3 of 3 Ledger pods',
  },
  {
    name: 'as many pods have to run as the autoscaler keeps at least',
    guideline: 'pod-disruption-budgets',
    apply: ({ ledger }) =>
      allow(ledger, { maxUnavailable: null, minAvailable: 3 }),
    expect: { 'pod-disruption-budgets/ledger': 'fail' },
    observed: '3',
  },
  {
    name: 'all pods but one have to run',
    guideline: 'pod-disruption-budgets',
    apply: ({ ledger }) =>
      allow(ledger, { maxUnavailable: null, minAvailable: 2 }),
    expect: {},
    because: 'one of three may go at a time',
  },
  {
    name: 'a second budget selects every pod of the namespace',
    guideline: 'pod-disruption-budgets',
    apply: ({ auditor }) => budgetForAll(auditor, auditor.plan.namespace),
    expect: { 'pod-disruption-budgets/auditor': 'fail' },
    observed: 'for-all',
  },
  {
    name: 'a second budget selects every pod of another namespace',
    guideline: 'pod-disruption-budgets',
    apply: ({ auditor }) => budgetForAll(auditor, 'default'),
    expect: {},
    because: 'a budget holds in its own namespace only',
  },
];

async function allow({ kube, plan }: WorldSide, spec: object) {
  const path = pathsOf(plan).productBudget;
  await kube.patch(path, { spec });
  return () =>
    kube.patch(path, { spec: { maxUnavailable: 1, minAvailable: null } });
}

function budgetForAll({ kube }: WorldSide, namespace: string) {
  return addObjects(kube, {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'for-all', namespace },
    spec: { maxUnavailable: 1, selector: {} },
  });
}

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
