import { ec2 as ec2Of, type Place } from '../../testbed/awsClients.ts';
import { peerAll } from '../world/connections.ts';
import { createNetwork } from '../world/network.ts';
import type { SideParts } from '../world/parts.ts';
import { REGION } from '../world/sidePlan.ts';
import type { WorldDesign } from '../world/buildWorld.ts';
import type { WorldSide } from '../world/world.ts';
import type { OtherWorld } from './otherWorld.ts';

/** Where the company keeps its networks. */
const OWNER: Place = { account: '777777777777', region: REGION };

const hidden = (what: string) =>
  ({
    verdict: 'unknown',
    says: `the VPC belongs to account 777777777777, to which alone AWS shows its ${what}`,
  }) as const;

/** Rules of Route 53 Resolver may lead any name elsewhere, and the owner alone sees them. */
const NAMES = {
  verdict: 'unknown',
  says: 'the VPC belongs to 777777777777, and what is listed to',
} as const;

const QUOTAS = {
  verdict: 'unknown',
  says: 'the VPC belongs to account 777777777777, and the quotas of',
} as const;

export const sharedNetworks: OtherWorld = {
  title: 'Shared VPCs',
  about:
    'A third account owns both VPCs and shares their private subnets with the accounts of the clusters (AWS RAM). Those see the subnets, their route tables and network ACLs, and neither the NAT gateways nor the peerings.',
  scopes: ['ledger', 'auditor', 'pair'],
  expect: {
    // Whoever administers the networks of both sides stands between them.
    'separate-aws-accounts/pair': {
      verdict: 'fail',
      says: 'account 777777777777 has the VPC of Ledger and the VPC of Auditor',
    },
    'one-active-peering/pair': hidden('peerings'),
    'routes-to-other-side/pair': hidden('peerings'),
    'no-competing-routes/pair': hidden('peerings'),
    'other-side-connected/pair': hidden('peerings'),
    'peering-resolves-names/pair': hidden('peerings'),
    'applications-peered/application:shop': hidden('peerings'),
    'images-reachable/ledger': hidden('NAT gateways'),
    'images-reachable/auditor': hidden('NAT gateways'),
    'nat-gateway-per-zone/ledger': hidden('NAT gateways'),
    'nat-gateway-per-zone/auditor': hidden('NAT gateways'),
    'auditor-points-at-ledger/pair': NAMES,
    'separate-databases/pair': NAMES,
    'database-backups-retained/ledger': NAMES,
    'database-backups-retained/auditor': NAMES,
    'databases-not-public/ledger': NAMES,
    'databases-not-public/auditor': NAMES,
    'network-quotas-leave-room/ledger': QUOTAS,
    'network-quotas-leave-room/auditor': QUOTAS,
  },
  telling: {
    'separate-clusters': 'vpc-',
    'private-worker-subnets': 'leads to no internet gateway (nodes',
    'control-plane-in-private-subnets': 'leads to no internet gateway',
    'load-balancer-subnets-ready': 'tagged kubernetes.io/role/internal-elb',
    'network-acls-admit-both-ways': 'entry 100 in allows',
    'auditor-reaches-ledger': 'admits Auditor nodes',
    'ledger-reaches-auditor': 'admits Ledger nodes',
    'vpc-dns-enabled': 'enableDnsSupport is on',
  },
};

/** The owner makes the VPC and shares its private subnets; who uses them tags them for itself. */
const sharedNetwork: SideParts['createNetwork'] = async (
  ec2,
  plan,
  testbed,
) => {
  const owner = await ec2Of(testbed, OWNER);
  const network = await createNetwork(owner, plan);
  const Resources = [...network.privateSubnets];
  await testbed.shareSubnets(Resources, plan.place.account);
  await ec2.createTags({
    Resources,
    Tags: [{ Key: 'kubernetes.io/role/internal-elb', Value: '1' }],
  });
  owner.destroy();
  return network;
};

export const SHARED_PARTS = {
  ledger: { createNetwork: sharedNetwork },
  auditor: { createNetwork: sharedNetwork },
};

/** Peers the VPCs in the name of their owner. */
export const peerSharedNetworks: WorldDesign<object>['connect'] = async (
  sides,
  testbed,
) => {
  const ec2 = await ec2Of(testbed, OWNER);
  const owned = (side: WorldSide): WorldSide => ({
    ...side,
    ec2,
    place: OWNER,
  });
  const peerings = await peerAll({
    ...sides,
    ledger: owned(sides.ledger),
    auditor: owned(sides.auditor),
  });
  ec2.destroy();
  return peerings;
};
