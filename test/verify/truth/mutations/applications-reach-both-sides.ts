import { balancerGroupOf, revokeIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "the Auditor's load balancer does not admit the application",
    guideline: 'applications-reach-both-sides',
    async apply({ auditor: { ec2, plan } }) {
      const group = await balancerGroupOf(ec2, plan);
      return revokeIngress(ec2, group, {
        IpProtocol: 'tcp',
        FromPort: plan.ports.client,
        ToPort: plan.ports.client,
        IpRanges: [{ CidrIp: '10.3.0.0/16' }],
      });
    },
    expect: { 'applications-reach-both-sides/application:shop': 'fail' },
    observed: '40051',
  },
];
