import { createSecurityGroup } from '../../../testbed/awsClients.ts';
import type { World } from '../../world/world.ts';
import { allowIngress } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a rule names a group of the other side that was deleted',
    guideline: 'no-stale-security-group-rules',
    async apply(world) {
      const { ec2, network } = world.auditor;
      const GroupId = await createSecurityGroup(ec2, network.vpcId, 'callers');
      const back = await admitCaller(world, GroupId);
      await ec2.deleteSecurityGroup({ GroupId });
      return back;
    },
    expect: { 'no-stale-security-group-rules/ledger': 'fail' },
    observed: ({ ledger }) => ledger.cluster.controlPlaneGroup,
  },
  {
    name: 'a rule names a group of the other side that is there',
    guideline: 'no-stale-security-group-rules',
    apply: world => admitCaller(world, world.auditor.cluster.clusterGroup),
    expect: {},
    because: 'the group is there, and so is the peering',
  },
];

/** Lets a group of the Auditor's side into the Ledger's control plane. */
function admitCaller({ ledger, auditor }: World, GroupId: string) {
  return allowIngress(ledger.ec2, ledger.cluster.controlPlaneGroup, {
    IpProtocol: 'tcp',
    FromPort: 443,
    ToPort: 443,
    UserIdGroupPairs: [{ UserId: auditor.place.account, GroupId }],
  });
}
