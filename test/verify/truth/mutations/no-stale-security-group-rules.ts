import { createSecurityGroup } from '../../../testbed/awsClients.ts';
import { allowIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a rule names a group of the other side that was deleted',
    guideline: 'no-stale-security-group-rules',
    async apply({ ledger, auditor }) {
      const GroupId = await createSecurityGroup(
        auditor.ec2,
        auditor.network.vpcId,
        'callers',
      );
      const back = await allowIngress(
        ledger.ec2,
        ledger.cluster.controlPlaneGroup,
        {
          IpProtocol: 'tcp',
          FromPort: 443,
          ToPort: 443,
          UserIdGroupPairs: [{ UserId: auditor.place.account, GroupId }],
        },
      );
      await auditor.ec2.deleteSecurityGroup({ GroupId });
      return back;
    },
    expect: { 'no-stale-security-group-rules/ledger': 'fail' },
    observed: ({ ledger }) => ledger.cluster.controlPlaneGroup,
  },
];
