import { balancerGroupOf, revokeIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the load balancer admits the other side on one of the two ports only',
    guideline: 'auditor-reaches-ledger',
    async apply({ ledger, auditor }) {
      const group = await balancerGroupOf(ledger.ec2, ledger.plan);
      return revokeIngress(ledger.ec2, group, {
        IpProtocol: 'tcp',
        FromPort: 50052,
        ToPort: 50052,
        IpRanges: [{ CidrIp: auditor.plan.cidr }],
      });
    },
    expect: { 'auditor-reaches-ledger/pair': 'fail' },
    observed: '50052',
  },
];
