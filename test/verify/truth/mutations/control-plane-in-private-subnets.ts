import { setClusterVpc } from '../clusterConfig.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "one of the control plane's subnets is public",
    guideline: 'control-plane-in-private-subnets',
    async apply({ ledger }) {
      const { privateSubnets, publicSubnets } = ledger.network;
      const [first = ''] = publicSubnets;
      await setClusterVpc(ledger, {
        subnetIds: [...privateSubnets.slice(1), first],
      });
      return () => setClusterVpc(ledger, { subnetIds: [...privateSubnets] });
    },
    expect: { 'control-plane-in-private-subnets/ledger': 'fail' },
    observed: ({ ledger }) => ledger.network.publicTable,
  },
];
