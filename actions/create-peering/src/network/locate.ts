import type { Vpc } from '@aws-sdk/client-ec2';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import type { Account } from '../aws/account';
import type { DeclaredNetwork } from '../topology/topology';
import { findCluster } from './findCluster';
import { findVpcs } from './findVpcs';

/** Where a network stands. */
export interface Located {
  vpcId: string;
  /** Security groups that cover every node of a cluster. */
  clusterGroups?: readonly string[];
  serviceRange?: string;
}

/**
 * Finds the VPC that a network names; `undefined` where there is none.
 *
 * @throws InputError where tags match several
 */
export async function locate(
  { place, key }: DeclaredNetwork,
  account: Account,
): Promise<Located | undefined> {
  if (!place) return undefined;
  if ('cluster' in place) return findCluster(account, place.cluster);
  const vpcs = await findVpcs(account, place);
  if (vpcs.length > 1) {
    throw new InputError([
      `${key}.tags: expected tags that exactly one VPC carries, found ${vpcs.map(idOf).join(', ')}; add a tag or give vpcId.`,
    ]);
  }
  const [vpc] = vpcs;
  return vpc && { vpcId: idOf(vpc) };
}

function idOf({ VpcId = '' }: Vpc): string {
  return VpcId;
}
