import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the way back to the application is missing in one route table',
    guideline: 'applications-peered',
    async apply({ auditor, applicationPeerings }) {
      const route = {
        RouteTableId: auditor.network.privateTables[2],
        DestinationCidrBlock: '10.3.0.0/16',
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
];
