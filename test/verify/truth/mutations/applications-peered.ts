import type { Mutation } from '../mutation.ts';
import { unchanged } from '../unchanged.ts';

export const mutations: Mutation[] = [
  {
    name: 'the way back to the application is missing in one route table',
    guideline: 'applications-peered',
    async apply({ auditor, application, applicationPeerings }) {
      const route = {
        RouteTableId: auditor.network.privateTables[2],
        DestinationCidrBlock: application.cidr,
      };
      await auditor.ec2.deleteRoute(route);
      return async () => {
        await auditor.ec2.createRoute({
          ...route,
          VpcPeeringConnectionId: applicationPeerings.auditor,
        });
      };
    },
    expect: { 'applications-peered/application:shop': 'fail' },
    observed: ({ auditor }) => auditor.network.privateTables[2] ?? '',
  },
  {
    name: 'the application is peered with one of the two sides only',
    guideline: 'applications-peered',
    async apply({ testbed, applicationPeerings: { ledger } }) {
      await testbed.setPeeringStatus(ledger, 'rejected');
      return () => testbed.setPeeringStatus(ledger, 'active');
    },
    expect: { 'applications-peered/application:shop': 'fail' },
    observed: 'Ledger',
  },
  {
    name: 'the application has a second range, to which nothing leads',
    guideline: 'applications-peered',
    apply: unchanged,
    environment: text =>
      text.replace('- 10.3.0.0/16', '$&\n        - 10.13.0.0/16'),
    expect: {
      'applications-peered/application:shop': 'fail',
      'applications-reach-both-sides/application:shop': 'fail',
    },
    observed: '0.0.0.0/0 → nat-',
  },
  {
    name: 'the network of the application is connected by others, and a route leads there',
    guideline: 'applications-peered',
    apply: unchanged,
    environment: text => text.replace('peering: create', 'peering: external'),
    expect: {},
    because: 'any active route to the range is a connection of that kind',
  },
  {
    name: 'a route of one application address leads to a NAT gateway',
    guideline: 'applications-peered',
    async apply({ ledger: { ec2, network } }) {
      const route = {
        RouteTableId: network.privateTables[1],
        DestinationCidrBlock: '10.3.7.7/32',
      };
      await ec2.createRoute({ ...route, NatGatewayId: network.natGateways[1] });
      return async () => void (await ec2.deleteRoute(route));
    },
    expect: { 'applications-peered/application:shop': 'fail' },
    observed: '10.3.7.7/32',
  },
];
