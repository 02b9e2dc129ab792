import { balancerGroupOf, revokeIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "the Auditor's load balancer does not admit the Ledger on the privileged port",
    guideline: 'ledger-reaches-auditor',
    async apply({ ledger, auditor: { ec2, plan } }) {
      const group = await balancerGroupOf(ec2, plan);
      return revokeIngress(ec2, group, {
        IpProtocol: 'tcp',
        FromPort: plan.ports.privileged,
        ToPort: plan.ports.privileged,
        IpRanges: [{ CidrIp: ledger.plan.cidr }],
      });
    },
    expect: { 'ledger-reaches-auditor/pair': 'fail' },
    observed: '40052',
  },
  {
    name: 'the targets admit everything but the shared group of the load balancers',
    guideline: 'ledger-reaches-auditor',
    async apply({ auditor: { ec2, cluster } }) {
      const { SecurityGroups } = await ec2.describeSecurityGroups({
        GroupIds: [cluster.clusterGroup],
      });
      const rule = SecurityGroups?.[0]?.IpPermissions?.find(
        ({ FromPort }) => FromPort === 40051,
      );
      if (!rule) throw new Error('The controller has made no rule.');
      return revokeIngress(ec2, cluster.clusterGroup, rule);
    },
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: '40051',
  },
];
