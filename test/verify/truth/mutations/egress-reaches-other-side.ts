import type { Mutation } from '../mutation.ts';

const EVERYTHING = {
  IpProtocol: '-1',
  IpRanges: [{ CidrIp: '0.0.0.0/0' }],
};
const HTTPS_ONLY = {
  IpProtocol: 'tcp',
  FromPort: 443,
  ToPort: 443,
  IpRanges: [{ CidrIp: '0.0.0.0/0' }],
};

export const mutations: Mutation[] = [
  {
    name: "the nodes' outgoing rules were cut down to HTTPS",
    guideline: 'egress-reaches-other-side',
    async apply({ auditor: { ec2, cluster } }) {
      const GroupId = cluster.clusterGroup;
      const allow = (rule: typeof EVERYTHING) =>
        ec2.authorizeSecurityGroupEgress({ GroupId, IpPermissions: [rule] });
      const revoke = (rule: typeof EVERYTHING) =>
        ec2.revokeSecurityGroupEgress({ GroupId, IpPermissions: [rule] });
      await allow(HTTPS_ONLY);
      await revoke(EVERYTHING);
      return async () => {
        await allow(EVERYTHING);
        await revoke(HTTPS_ONLY);
      };
    },
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'cluster-minimum-rules/auditor': 'fail',
      'egress-reaches-other-side/pair': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: '50051',
  },
];
