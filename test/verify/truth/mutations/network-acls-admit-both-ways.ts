import type { CreateNetworkAclEntryRequest } from '@aws-sdk/client-ec2';
import { present } from '../../../testbed/awsClients.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';

const DENIED: Mutation['expect'] = {
  'network-acls-admit-both-ways/pair': 'fail',
};

export const mutations: Mutation[] = [
  {
    name: 'a lower rule number denies the port before a higher one allows everything',
    guideline: 'network-acls-admit-both-ways',
    apply: ({ ledger, auditor }) =>
      deny(ledger, {
        RuleNumber: 50,
        CidrBlock: auditor.plan.cidr,
        PortRange: { From: 50052, To: 50052 },
      }),
    expect: DENIED,
    observed: '50',
  },
  {
    name: 'a denial has a higher number than what allows everything',
    guideline: 'network-acls-admit-both-ways',
    apply: ({ ledger, auditor }) =>
      deny(ledger, {
        RuleNumber: 150,
        Protocol: '-1',
        CidrBlock: auditor.plan.cidr,
      }),
    expect: {},
    because: 'the lowest number that matches has decided before',
  },
  {
    name: 'a part of the calling addresses is denied',
    guideline: 'network-acls-admit-both-ways',
    apply: ({ ledger }) =>
      deny(ledger, {
        RuleNumber: 50,
        CidrBlock: '10.1.26.64/26',
        PortRange: { From: 50000, To: 51000 },
      }),
    expect: DENIED,
    observed: '10.1.26.64',
  },
  {
    name: 'an exception lets the calling subnets through before their range is denied',
    guideline: 'network-acls-admit-both-ways',
    async apply({ ledger, auditor }) {
      const ports = { PortRange: { From: 1024, To: 65535 } };
      const exceptions = await Promise.all(
        ['10.1.22.0/23', '10.1.24.0/22'].map((CidrBlock, index) =>
          enter(ledger, {
            RuleAction: 'allow',
            RuleNumber: 40 + index,
            CidrBlock,
            ...ports,
          }),
        ),
      );
      const denial = await deny(ledger, {
        RuleNumber: 50,
        CidrBlock: auditor.plan.cidr,
        ...ports,
      });
      return allBack(...exceptions, denial);
    },
    expect: {},
    because: 'who calls stands in the subnets of the exceptions',
  },
  {
    name: 'only the way back of the answers is denied',
    guideline: 'network-acls-admit-both-ways',
    apply: ({ auditor }) =>
      deny(auditor, {
        RuleNumber: 60,
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 1024, To: 65535 },
      }),
    expect: DENIED,
    observed: '60',
  },
  {
    name: "answers to a part of the callers' ports are denied on their way out",
    guideline: 'network-acls-admit-both-ways',
    apply: ({ ledger, auditor }) =>
      deny(ledger, {
        Egress: true,
        RuleNumber: 70,
        CidrBlock: auditor.plan.cidr,
        PortRange: { From: 60000, To: 61000 },
      }),
    expect: DENIED,
    observed: '70',
  },
  {
    name: 'everything of UDP and of IPv6 is denied',
    guideline: 'network-acls-admit-both-ways',
    async apply({ auditor }) {
      const udp = await deny(auditor, {
        RuleNumber: 30,
        Protocol: '17',
        CidrBlock: '0.0.0.0/0',
        PortRange: { From: 0, To: 65535 },
      });
      const ipv6 = await deny(auditor, {
        RuleNumber: 31,
        Protocol: '-1',
        Ipv6CidrBlock: '::/0',
      });
      return allBack(udp, ipv6);
    },
    expect: {},
    because: 'the calls are TCP over IPv4',
  },
  {
    name: 'the network of the application is denied',
    guideline: 'network-acls-admit-both-ways',
    apply: ({ auditor, application }) =>
      deny(auditor, {
        RuleNumber: 50,
        Protocol: '-1',
        CidrBlock: application.cidr,
      }),
    expect: DENIED,
    observed: '10.3.0.0',
  },
  {
    name: 'one subnet of load balancer and nodes has an ACL of its own, which is still empty',
    guideline: 'network-acls-admit-both-ways',
    apply: ({ ledger }) => emptyAcl(ledger),
    expect: DENIED,
    observed: 'acl-',
  },
];

type Entry = Partial<CreateNetworkAclEntryRequest>;

function deny(side: WorldSide, entry: Entry) {
  return enter(side, { RuleAction: 'deny', ...entry });
}

async function enter({ ec2, network }: WorldSide, entry: Entry) {
  const { RuleNumber, Egress = false } = entry;
  const place = { NetworkAclId: network.networkAcl, RuleNumber, Egress };
  await ec2.createNetworkAclEntry({
    Protocol: '6',
    RuleAction: 'allow',
    ...entry,
    ...place,
  });
  return async () => void (await ec2.deleteNetworkAclEntry(place));
}

async function emptyAcl({ ec2, network }: WorldSide) {
  const { NetworkAcl } = await ec2.createNetworkAcl({ VpcId: network.vpcId });
  const NetworkAclId = present(NetworkAcl?.NetworkAclId);
  const { NetworkAcls = [] } = await ec2.describeNetworkAcls({
    NetworkAclIds: [network.networkAcl],
  });
  const association = NetworkAcls[0]?.Associations?.find(
    ({ SubnetId }) => SubnetId === network.privateSubnets[0],
  );
  const { NewAssociationId } = await ec2.replaceNetworkAclAssociation({
    AssociationId: association?.NetworkAclAssociationId,
    NetworkAclId,
  });
  return async () => {
    await ec2.replaceNetworkAclAssociation({
      AssociationId: NewAssociationId,
      NetworkAclId: network.networkAcl,
    });
    await ec2.deleteNetworkAcl({ NetworkAclId });
  };
}
