import { revokeIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "somebody took the cluster group's rule for itself away, which EKS only brings back with an update",
    guideline: 'cluster-minimum-rules',
    apply: ({ ledger: { ec2, cluster } }) =>
      revokeIngress(ec2, cluster.clusterGroup, {
        IpProtocol: '-1',
        UserIdGroupPairs: [{ GroupId: cluster.clusterGroup }],
      }),
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'auditor-reaches-ledger/pair': 'fail',
      'cluster-minimum-rules/ledger': 'fail',
    },
    observed: '10250',
  },
];
