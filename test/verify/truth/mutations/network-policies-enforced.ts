import type { Manifest } from '../../world/resources.ts';
import { until } from '../../world/waiting.ts';
import { allBack, changeObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { policyPath } from '../networkPolicy.ts';

export const mutations: Mutation[] = [
  {
    name: 'policies are there, and the add-on ignores them',
    guideline: 'network-policies-enforced',
    async apply({ ledger: { eks, plan } }) {
      const addon = { clusterName: plan.cluster, addonName: 'vpc-cni' };
      const enforce = async (enabled: boolean) => {
        await eks.updateAddon({
          ...addon,
          configurationValues: `{"enableNetworkPolicy":"${enabled}"}`,
        });
        await until(
          () => eks.describeAddon(addon),
          found => found.addon?.status === 'ACTIVE',
        );
      };
      await enforce(false);
      return () => enforce(true);
    },
    expect: { 'network-policies-enforced/ledger': 'fail' },
    observed: 'enableNetworkPolicy',
  },
  {
    name: 'the policies of the product restrict only what it calls itself',
    guideline: 'network-policies-enforced',
    async apply({ auditor: { kube, plan } }) {
      const undos = await Promise.all([
        changeObject(kube, policyPath(plan, 'deny-all'), {
          spec: { policyTypes: ['Egress'] },
        }),
        ...['allow-product-from-envoy', 'allow-metrics-of-product'].map(name =>
          removeObject(kube, policyPath(plan, name)),
        ),
      ]);
      return allBack(...undos);
    },
    expect: { 'network-policies-enforced/auditor': 'fail' },
    observed: 'Auditor',
  },
  {
    name: 'nothing is denied as a whole, and each part has a policy of its own',
    guideline: 'network-policies-enforced',
    apply: ({ auditor: { kube, plan } }) =>
      removeObject(kube, policyPath(plan, 'deny-all')),
    expect: {},
    because: 'a policy that selects a pod denies what it does not name',
  },
  {
    name: 'the policies stand in another namespace than the pods',
    guideline: 'network-policies-enforced',
    async apply({ ledger: { kube, plan } }) {
      const policies = await kube.list<Manifest>(policyPath(plan, ''));
      const undos = await Promise.all(
        policies.map(({ metadata }) =>
          removeObject(kube, policyPath(plan, metadata.name)),
        ),
      );
      const elsewhere: Manifest[] = policies.map(({ metadata, spec }) => ({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: metadata.name, namespace: 'default' },
        spec,
      }));
      await kube.apply(...elsewhere);
      return async () => {
        await Promise.all(
          elsewhere.map(({ metadata }) =>
            kube.delete(
              policyPath({ ...plan, namespace: 'default' }, metadata.name),
            ),
          ),
        );
        await allBack(...undos)();
      };
    },
    expect: { 'network-policies-enforced/ledger': 'fail' },
    observed: 'restricts who calls Envoy pods',
  },
];
