import { allowIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'the nodes admit every port from the other side',
    guideline: 'administrative-ports-closed',
    apply: ({ ledger, auditor }) =>
      allowIngress(ledger.ec2, ledger.cluster.clusterGroup, {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: auditor.plan.cidr }],
      }),
    expect: { 'administrative-ports-closed/ledger': 'fail' },
    observed: '50053',
  },
];
