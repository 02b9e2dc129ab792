import { createSecurityGroup } from '../../../testbed/awsClients.ts';
import {
  admitOtherwise,
  balancerGroupOf,
  entranceOf,
  revokeIngress,
  tcp,
} from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "the Auditor's load balancer does not admit the application",
    guideline: 'applications-reach-both-sides',
    async apply({ auditor: { ec2, plan }, application }) {
      const group = await balancerGroupOf(ec2, plan);
      const { client } = plan.ports;
      return revokeIngress(ec2, group, tcp([client, client], application.cidr));
    },
    expect: { 'applications-reach-both-sides/application:shop': 'fail' },
    observed: '40051',
  },
  {
    name: "only half of the application's range is admitted",
    guideline: 'applications-reach-both-sides',
    apply: ({ ledger, application }) =>
      admitOtherwise(
        ledger,
        application.cidr,
        entranceOf(ledger.plan, '10.3.0.0/17'),
      ),
    expect: { 'applications-reach-both-sides/application:shop': 'fail' },
    observed: '10.3.128.0/17',
  },
  {
    name: 'a wider range than that of the application is admitted',
    guideline: 'applications-reach-both-sides',
    apply: ({ ledger, application }) =>
      admitOtherwise(
        ledger,
        application.cidr,
        entranceOf(ledger.plan, '10.2.0.0/15'),
      ),
    expect: {},
    because: 'the range of the application lies in it',
  },
  {
    name: 'the rule names a group in the network of the application, which nobody here sees',
    guideline: 'applications-reach-both-sides',
    async apply({ ledger, application: { ec2, vpcId, place, cidr } }) {
      const GroupId = await createSecurityGroup(ec2, vpcId, 'shop');
      const UserId = place.account;
      const back = await admitOtherwise(
        ledger,
        cidr,
        entranceOf(ledger.plan).map(rule => ({
          ...rule,
          UserIdGroupPairs: [{ UserId, GroupId }],
        })),
      );
      return async () => {
        await back();
        await ec2.deleteSecurityGroup({ GroupId });
      };
    },
    expect: { 'applications-reach-both-sides/application:shop': 'unknown' },
    observed: 'group',
  },
];
