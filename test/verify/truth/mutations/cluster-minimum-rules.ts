import type { IpPermission } from '@aws-sdk/client-ec2';
import type { WorldSide } from '../../world/world.ts';
import { replaceIngress, tcp } from '../ingress.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: "somebody took the cluster group's rule for itself away, which EKS only brings back with an update",
    guideline: 'cluster-minimum-rules',
    apply: ({ ledger }) => insteadOfItself(ledger),
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'auditor-reaches-ledger/pair': 'fail',
      'cluster-minimum-rules/ledger': 'fail',
    },
    observed: '10250',
  },
  {
    name: 'the cluster group admits only TCP from itself',
    guideline: 'cluster-minimum-rules',
    apply: ({ auditor }) =>
      insteadOfItself(auditor, fromItself(auditor, tcp([0, 65535]))),
    expect: { 'cluster-minimum-rules/auditor': 'fail' },
    observed: '53',
  },
  {
    name: 'the cluster group admits all of TCP and the names of UDP from itself',
    guideline: 'cluster-minimum-rules',
    apply: ({ auditor }) =>
      insteadOfItself(
        auditor,
        fromItself(auditor, tcp([0, 65535])),
        fromItself(auditor, { IpProtocol: 'udp', FromPort: 53, ToPort: 53 }),
      ),
    expect: {},
    because: 'of UDP only name resolution is needed',
  },
  {
    name: 'the cluster group admits the network instead of itself',
    guideline: 'cluster-minimum-rules',
    apply: ({ ledger }) =>
      insteadOfItself(ledger, {
        IpProtocol: '-1',
        IpRanges: [{ CidrIp: ledger.plan.cidr }],
      }),
    expect: {},
    because: 'control plane and nodes stand in that range',
  },
];

function insteadOfItself(side: WorldSide, ...given: IpPermission[]) {
  const all = fromItself(side, { IpProtocol: '-1' });
  return replaceIngress(side.ec2, side.cluster.clusterGroup, {
    taken: [all],
    given,
  });
}

function fromItself(
  { cluster }: WorldSide,
  { IpRanges: _, ...rule }: IpPermission,
): IpPermission {
  return { ...rule, UserIdGroupPairs: [{ GroupId: cluster.clusterGroup }] };
}
