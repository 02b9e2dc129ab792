import type { IpPermission } from '@aws-sdk/client-ec2';
import type { WorldSide } from '../../world/world.ts';
import { changeObject, removeObject } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { policyPath } from '../networkPolicy.ts';

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
    apply: ({ auditor }) => sendOnly(auditor, HTTPS_ONLY),
    expect: {
      'applications-reach-both-sides/application:shop': 'fail',
      'cluster-minimum-rules/auditor': 'fail',
      'egress-reaches-other-side/pair': 'fail',
      'ledger-reaches-auditor/pair': 'fail',
    },
    observed: '50051',
  },
  {
    name: "the nodes' outgoing rules were cut down to the two networks and HTTPS",
    guideline: 'egress-reaches-other-side',
    apply: ({ ledger, auditor }) =>
      sendOnly(ledger, HTTPS_ONLY, {
        IpProtocol: '-1',
        IpRanges: [ledger, auditor].map(({ plan }) => ({ CidrIp: plan.cidr })),
      }),
    expect: {},
    because: 'answers need no rule, and nothing else is called',
  },
  {
    name: 'the product may call the load balancer in two of its three zones',
    guideline: 'egress-reaches-other-side',
    apply: ({ auditor: { kube, plan } }) =>
      changeObject(
        kube,
        policyPath(plan, 'allow-product-to-ledger'),
        sendingTo([50051, 50052], '10.1.6.0/23', '10.1.8.0/23'),
      ),
    expect: { 'egress-reaches-other-side/pair': 'fail' },
    observed: '10.1.10.',
  },
  {
    name: 'the product may call the subnets of the load balancer, and not the whole network',
    guideline: 'egress-reaches-other-side',
    apply: ({ auditor: { kube, plan } }) =>
      changeObject(
        kube,
        policyPath(plan, 'allow-product-to-ledger'),
        sendingTo([50051, 50052], '10.1.6.0/23', '10.1.8.0/23', '10.1.10.0/23'),
      ),
    expect: {},
    because: 'the load balancer has an address in each of the three',
  },
  {
    name: 'the product may call the other side, and no name server',
    guideline: 'egress-reaches-other-side',
    apply: ({ auditor: { kube, plan } }) =>
      removeObject(kube, policyPath(plan, 'allow-dns')),
    expect: { 'egress-reaches-other-side/pair': 'fail' },
    observed: '53',
  },
  {
    name: "the product may call its own side's ports of the other network",
    guideline: 'egress-reaches-other-side',
    apply: ({ auditor: { kube, plan }, ledger }) =>
      changeObject(
        kube,
        policyPath(plan, 'allow-product-to-ledger'),
        sendingTo([40051, 40052], ledger.plan.cidr),
      ),
    expect: { 'egress-reaches-other-side/pair': 'fail' },
    observed: '50051',
  },
];

/** Lets the machines of a side's cluster send nothing else. */
async function sendOnly({ ec2, cluster }: WorldSide, ...rules: IpPermission[]) {
  const GroupId = cluster.clusterGroup;
  const allow = (IpPermissions: IpPermission[]) =>
    ec2.authorizeSecurityGroupEgress({ GroupId, IpPermissions });
  const revoke = (IpPermissions: IpPermission[]) =>
    ec2.revokeSecurityGroupEgress({ GroupId, IpPermissions });
  await allow(rules);
  await revoke([EVERYTHING]);
  return async () => {
    await allow([EVERYTHING]);
    await revoke(rules);
  };
}

/** Changes to a policy that let its only rule out lead to these ranges on these ports. */
function sendingTo(ports: readonly number[], ...cidrs: readonly string[]) {
  return {
    spec: {
      egress: [
        {
          to: cidrs.map(cidr => ({ ipBlock: { cidr } })),
          ports: ports.map(port => ({ protocol: 'TCP', port })),
        },
      ],
    },
  };
}
