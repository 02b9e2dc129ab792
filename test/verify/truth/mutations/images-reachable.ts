import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'one subnet of nodes has no way out',
    guideline: 'images-reachable',
    async apply({ ledger: { ec2, network } }) {
      const route = {
        RouteTableId: network.privateTables[2],
        DestinationCidrBlock: '0.0.0.0/0',
      };
      await ec2.deleteRoute(route);
      return async () => {
        await ec2.createRoute({
          ...route,
          NatGatewayId: network.natGateways[2],
        });
      };
    },
    expect: { 'images-reachable/ledger': 'fail' },
    observed: ({ ledger }) => ledger.network.privateTables[2] ?? '',
  },
];
