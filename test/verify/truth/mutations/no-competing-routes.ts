import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a public route table leads the range of the other side to the internet',
    guideline: 'no-competing-routes',
    async apply({ ledger: { ec2, network }, auditor }) {
      const route = {
        RouteTableId: network.publicTable,
        DestinationCidrBlock: auditor.plan.cidr,
      };
      await ec2.createRoute({ ...route, GatewayId: network.internetGateway });
      return async () => void (await ec2.deleteRoute(route));
    },
    expect: { 'no-competing-routes/pair': 'fail' },
    observed: ({ ledger }) => ledger.network.publicTable,
  },
];
