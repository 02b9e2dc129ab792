import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'one of three private route tables has no route to the other side',
    guideline: 'routes-to-other-side',
    async apply({ ledger, auditor, peeringId }) {
      const route = {
        RouteTableId: ledger.network.privateTables[1],
        DestinationCidrBlock: auditor.plan.cidr,
      };
      await ledger.ec2.deleteRoute(route);
      return async () => {
        await ledger.ec2.createRoute({
          ...route,
          VpcPeeringConnectionId: peeringId,
        });
      };
    },
    expect: {
      'other-side-connected/pair': 'fail',
      'routes-to-other-side/pair': 'fail',
    },
    observed: ({ ledger }) => ledger.network.privateTables[1] ?? '',
  },
  {
    name: 'a longer prefix inside the range of the other side leads to a NAT gateway',
    guideline: 'routes-to-other-side',
    async apply({ auditor }) {
      const route = {
        RouteTableId: auditor.network.privateTables[0],
        DestinationCidrBlock: '10.1.8.0/24',
      };
      await auditor.ec2.createRoute({
        ...route,
        NatGatewayId: auditor.network.natGateways[0],
      });
      return async () => void (await auditor.ec2.deleteRoute(route));
    },
    expect: {
      'no-competing-routes/pair': 'fail',
      'other-side-connected/pair': 'fail',
      'routes-to-other-side/pair': 'fail',
    },
    observed: '10.1.8.0/24',
  },
];
