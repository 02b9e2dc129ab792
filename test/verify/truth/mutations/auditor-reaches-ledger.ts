import type { IpPermission } from '@aws-sdk/client-ec2';
import { createSecurityGroup } from '../../../testbed/awsClients.ts';
import type { World } from '../../world/world.ts';
import { allBack, changeObject } from '../change.ts';
import {
  admitOtherwise,
  balancerGroupOf,
  entranceOf,
  revokeIngress,
  tcp,
} from '../ingress.ts';
import type { Mutation } from '../mutation.ts';
import { admittingRanges, policyPath } from '../networkPolicy.ts';
import { createPrefixList } from '../prefixList.ts';

const BLOCKED: Mutation['expect'] = { 'auditor-reaches-ledger/pair': 'fail' };

export const mutations: Mutation[] = [
  {
    name: 'the load balancer admits the other side on one of the two ports only',
    guideline: 'auditor-reaches-ledger',
    async apply({ ledger, auditor }) {
      const group = await balancerGroupOf(ledger.ec2, ledger.plan);
      return revokeIngress(
        ledger.ec2,
        group,
        tcp([50052, 50052], auditor.plan.cidr),
      );
    },
    expect: BLOCKED,
    observed: '50052',
  },
  {
    name: 'the callers are admitted by two halves of their range',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(
        world,
        entranceOf(world.ledger.plan, '10.1.16.0/21', '10.1.24.0/21'),
      ),
    expect: {},
    because: 'what several ranges admit adds up',
  },
  {
    name: 'two of the three subnets that call are admitted',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(
        world,
        entranceOf(world.ledger.plan, '10.1.22.0/23', '10.1.24.0/23'),
      ),
    expect: BLOCKED,
    observed: '10.1.26.0/23',
  },
  {
    name: 'only the subnets of the nodes are admitted, and not the whole VPC',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(
        world,
        entranceOf(
          world.ledger.plan,
          '10.1.22.0/23',
          '10.1.24.0/23',
          '10.1.26.0/23',
        ),
      ),
    expect: {},
    because: 'nobody calls from the public subnets',
  },
  {
    name: 'the ports are open for UDP',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(
        world,
        entranceOf(world.ledger.plan, world.auditor.plan.cidr).map(rule => ({
          ...rule,
          IpProtocol: 'udp',
        })),
      ),
    expect: BLOCKED,
    observed: '50051',
  },
  {
    name: 'a wider range of ports holds the two',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(world, [tcp([50000, 50100], world.auditor.plan.cidr)]),
    expect: {},
    because: 'a rule admits every port between its two',
  },
  {
    name: 'the rule is for every protocol and names no port',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(world, [
        {
          IpProtocol: '-1',
          IpRanges: [{ CidrIp: world.auditor.plan.cidr }],
        },
      ]),
    expect: {},
    because: 'protocol -1 is TCP too, and the listeners are still two',
  },
  {
    name: 'every address of IPv6 is admitted, and none of IPv4',
    guideline: 'auditor-reaches-ledger',
    apply: world =>
      admitAuditor(
        world,
        entranceOf(world.ledger.plan).map(({ IpRanges: _, ...rule }) => ({
          ...rule,
          Ipv6Ranges: [{ CidrIpv6: '::/0' }],
        })),
      ),
    expect: { ...BLOCKED, 'restricted-source-ranges/ledger': 'fail' },
    observed: '50051',
  },
  {
    name: 'a prefix list holds the range of the callers',
    guideline: 'auditor-reaches-ledger',
    apply: world => admitPrefixList(world, world.auditor.plan.cidr),
    expect: {},
    because: 'the entries of the list are ranges like others',
  },
  {
    name: 'a prefix list holds other ranges',
    guideline: 'auditor-reaches-ledger',
    apply: world => admitPrefixList(world, '10.1.32.0/20'),
    expect: BLOCKED,
    observed: '50051',
  },
  {
    name: 'a rule names the group that the calling nodes hold',
    guideline: 'auditor-reaches-ledger',
    apply: world => admitGroup(world, world.auditor.cluster.clusterGroup),
    expect: {},
    because: 'the peering is active, so its groups may be named',
  },
  {
    name: 'a rule names a group of the other side that no caller holds',
    guideline: 'auditor-reaches-ledger',
    async apply(world) {
      const { ec2, network } = world.auditor;
      const GroupId = await createSecurityGroup(ec2, network.vpcId, 'callers');
      const back = await admitGroup(world, GroupId);
      return async () => {
        await back();
        await ec2.deleteSecurityGroup({ GroupId });
      };
    },
    expect: BLOCKED,
    observed: '50051',
  },
  {
    name: "Envoy's policy admits the callers, whom it never sees behind the load balancer",
    guideline: 'auditor-reaches-ledger',
    apply: ({ ledger, auditor }) =>
      changeObject(
        ledger.kube,
        policyPath(ledger.plan, 'allow-load-balancer-to-envoy'),
        admittingRanges([50051, 50052], auditor.plan.cidr, '10.3.0.0/16'),
      ),
    expect: {
      ...BLOCKED,
      'applications-reach-both-sides/application:shop': 'fail',
    },
    observed: 'Envoy pods, and no policy admits',
  },
];

/** Instead of the other side's whole range. */
function admitAuditor(
  { ledger, auditor }: World,
  given: IpPermission[],
): ReturnType<Mutation['apply']> {
  return admitOtherwise(ledger, auditor.plan.cidr, given);
}

async function admitPrefixList(world: World, cidr: string) {
  const { id, remove } = await createPrefixList(world.ledger.ec2, cidr);
  const back = await admitAuditor(
    world,
    entranceOf(world.ledger.plan).map(rule => ({
      ...rule,
      PrefixListIds: [{ PrefixListId: id }],
    })),
  );
  return allBack(remove, back);
}

function admitGroup(world: World, GroupId: string) {
  const UserId = world.auditor.place.account;
  return admitAuditor(
    world,
    entranceOf(world.ledger.plan).map(rule => ({
      ...rule,
      UserIdGroupPairs: [{ UserId, GroupId }],
    })),
  );
}
