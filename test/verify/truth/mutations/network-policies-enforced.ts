import { until } from '../../world/waiting.ts';
import type { Mutation } from '../mutation.ts';

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
];
