import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { createPrefixList } from '../prefixList.ts';
import { addRoutes } from '../routes.ts';

export const mutations: Mutation[] = [
  {
    name: 'a public route table leads the range of the other side to the internet',
    guideline: 'no-competing-routes',
    apply: ({ ledger: { ec2, network }, auditor }) =>
      addRoutes(ec2, {
        RouteTableId: network.publicTable,
        DestinationCidrBlock: auditor.plan.cidr,
        GatewayId: network.internetGateway,
      }),
    expect: { 'no-competing-routes/pair': 'fail' },
    observed: ({ ledger }) => ledger.network.publicTable,
  },
  {
    name: 'a prefix list in a table that nobody uses holds a part of the other side',
    guideline: 'no-competing-routes',
    async apply({ auditor: { ec2, network } }) {
      const list = await createPrefixList(ec2, '10.9.0.0/16', '10.1.4.0/22');
      const route = await addRoutes(ec2, {
        RouteTableId: network.mainTable,
        DestinationPrefixListId: list.id,
        NatGatewayId: network.natGateways[0],
      });
      return allBack(list.remove, route);
    },
    expect: { 'no-competing-routes/pair': 'fail' },
    observed: ({ auditor }) => auditor.network.mainTable,
  },
  {
    name: 'a blackhole in a table that nobody uses claims an address of the other side',
    guideline: 'no-competing-routes',
    async apply({ testbed, ledger, applicationPeerings }) {
      const VpcPeeringConnectionId = applicationPeerings.ledger;
      const { ec2, network } = ledger;
      const route = await addRoutes(ec2, {
        RouteTableId: network.mainTable,
        DestinationCidrBlock: '10.1.20.20/32',
        VpcPeeringConnectionId,
      });
      await testbed.setPeeringStatus(VpcPeeringConnectionId, 'deleted');
      return async () => {
        await testbed.setPeeringStatus(VpcPeeringConnectionId, 'active');
        await route();
      };
    },
    expect: {
      'applications-peered/application:shop': 'fail',
      'no-competing-routes/pair': 'fail',
    },
    observed: '10.1.20.20/32',
  },
  {
    name: 'a table leads the neighbouring range to a NAT gateway',
    guideline: 'no-competing-routes',
    apply: ({ ledger: { ec2, network } }) =>
      addRoutes(ec2, {
        RouteTableId: network.privateTables[0],
        DestinationCidrBlock: '10.1.32.0/20',
        NatGatewayId: network.natGateways[0],
      }),
    expect: {},
    because: 'the range of the other side ends just before',
  },
];
