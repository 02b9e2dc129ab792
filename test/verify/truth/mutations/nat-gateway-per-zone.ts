import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'two zones leave through the gateway of one',
    guideline: 'nat-gateway-per-zone',
    async apply({ ledger: { ec2, network } }) {
      const [first, second] = network.natGateways;
      const lead = async (NatGatewayId?: string) =>
        void (await ec2.replaceRoute({
          RouteTableId: network.privateTables[1],
          DestinationCidrBlock: '0.0.0.0/0',
          NatGatewayId,
        }));
      await lead(first);
      return () => lead(second);
    },
    expect: { 'nat-gateway-per-zone/ledger': 'fail' },
  },
];
