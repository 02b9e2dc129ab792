import { type Fact, unreadable } from '../fact';
import type { LiveFactName, SideLiveFacts } from './liveFacts';

/**
 * What AWS shows to the owner of a VPC only. Who uses shared subnets gets an empty list of it, which is no proof that
 * there is none (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-share-limitations.html).
 */
const OWNER_ONLY = {
  natGateways: 'NAT gateways',
  vpcEndpoints: 'endpoints',
  peerings: 'peerings',
  transitGatewayAttachments: 'attachments to transit gateways',
} as const satisfies Partial<Record<LiveFactName, string>>;

/** The facts of a side, where an empty list of what only another account sees counts as unread. */
export function withoutOwnerOnly(facts: SideLiveFacts): SideLiveFacts {
  const owner = otherOwner(facts);
  if (owner === undefined) return facts;
  const hidden = Object.entries(OWNER_ONLY).flatMap(([name, what]) => {
    const fact: Fact<readonly unknown[]> =
      facts[name as keyof typeof OWNER_ONLY];
    return fact.ok && fact.value.length === 0
      ? [
          [
            name,
            unreadable(
              `the VPC belongs to account ${owner}, to which alone AWS shows its ${what}`,
            ),
          ],
        ]
      : [];
  });
  return { ...facts, ...Object.fromEntries(hidden) };
}

/** The account that shares the VPC with the cluster's; `undefined` where that is its own, or nobody told. */
function otherOwner({
  cluster,
  vpc,
  subnets,
}: SideLiveFacts): string | undefined {
  if (!cluster.ok) return undefined;
  const { accountId } = cluster.value;
  const owners = [
    ...(vpc.ok ? [vpc.value.ownerId] : []),
    ...(subnets.ok ? subnets.value.map(({ ownerId }) => ownerId) : []),
  ];
  return owners.find(owner => owner !== '' && owner !== accountId);
}
