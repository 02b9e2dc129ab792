import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a private subnet has no association, and the main table leads to the internet gateway',
    guideline: 'private-worker-subnets',
    async apply({ auditor: { ec2, network } }) {
      const [SubnetId = ''] = network.privateSubnets;
      const [RouteTableId] = network.privateTables;
      const main = {
        RouteTableId: network.mainTable,
        DestinationCidrBlock: '0.0.0.0/0',
      };
      const { RouteTables } = await ec2.describeRouteTables({
        RouteTableIds: [RouteTableId ?? ''],
      });
      const AssociationId =
        RouteTables?.[0]?.Associations?.[0]?.RouteTableAssociationId;
      await ec2.createRoute({ ...main, GatewayId: network.internetGateway });
      await ec2.disassociateRouteTable({ AssociationId });
      return async () => {
        await ec2.associateRouteTable({ RouteTableId, SubnetId });
        await ec2.deleteRoute(main);
      };
    },
    expect: {
      'applications-peered/application:shop': 'fail',
      'control-plane-in-private-subnets/auditor': 'fail',
      'images-reachable/auditor': 'fail',
      'load-balancer-subnets-ready/auditor': 'fail',
      'other-side-connected/pair': 'fail',
      'private-worker-subnets/auditor': 'fail',
      'routes-to-other-side/pair': 'fail',
    },
    observed: ({ auditor }) => auditor.network.mainTable,
  },
];
