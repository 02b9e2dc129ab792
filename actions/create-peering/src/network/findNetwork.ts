import { InputError } from '@scalardl-on-eks/action-toolkit';
import type { Account } from '../aws/account';
import { together, unlessMissing } from '../aws/answers';
import type { Accounts } from '../aws/accounts';
import type { DeclaredNetwork, Owner } from '../topology/topology';
import { chooseTables } from './chooseTables';
import { checkGroups } from './groups';
import { findVpcs, rangesOf } from './findVpcs';
import { type Located, locate } from './locate';
import type { Counterpart, Network } from './network';
import { readQuotas } from './quotas';
import { resolvesNames } from './readDns';
import { readState } from './readState';
import { readSubnets } from './subnet';

/**
 * Finds a network by the first of its owners who has it, and reads all that this action must know of it.
 *
 * @returns `undefined` where none of the owners has it
 */
export async function findNetwork(
  declared: DeclaredNetwork,
  accounts: Accounts,
): Promise<Network | undefined> {
  const { region, key, owners } = declared;
  const found = await together(
    owners.map(async owner => {
      const account = await accounts({ ...owner, region, key });
      const [accountId, located, quotas] = await together([
        checkedId(account, { owner, key }),
        locate(declared, account),
        readQuotas(account),
      ]);
      return located && { account, accountId, located, quotas };
    }),
  );
  const place = found.find(Boolean);
  return place && readNetwork(declared, place);
}

/** The account of the credentials, which must be the one that the inputs name. */
async function checkedId(
  account: Account,
  { owner, key }: { owner: Owner; key: string },
): Promise<string> {
  const id = await account.id();
  if (!owner.accountId || owner.accountId === id) return id;
  throw new InputError([
    `${key}: expected credentials of account ${owner.accountId}, received ${account.as}, which belong to ${id}.`,
  ]);
}

interface Place extends Pick<Network, 'account' | 'accountId' | 'quotas'> {
  located: Located;
}

async function readNetwork(
  declared: DeclaredNetwork,
  { account, accountId, located, quotas }: Place,
): Promise<Network> {
  const { vpcId, clusterGroups, serviceRange } = located;
  const { name, key, region, callers, securityGroups } = declared;
  const groups = securityGroups ?? clusterGroups ?? [];
  const [vpcs, names, subnets, state] = await together([
    findVpcs(account, { vpcId }),
    resolvesNames(account, vpcId),
    readSubnets(account, vpcId),
    readState(account, { vpcId, groups }),
    checkGroups(account, { vpcId, key, groups: securityGroups }),
  ]);
  const isCluster = clusterGroups !== undefined;
  return {
    declared,
    account,
    accountId,
    name,
    key,
    region,
    vpcId,
    ranges: vpcs.flatMap(rangesOf),
    callers,
    isRead: true,
    serviceRange,
    resolvesNames: names,
    effectiveTables: chooseTables(declared, {
      subnets,
      tables: state.tables,
      isCluster,
    }),
    groups,
    quotas,
    state,
  };
}

/** The neighbour may have an account of its own and yet no rights beyond its own network. */
const DENIED = ['AccessDeniedException', 'UnauthorizedOperation'];

/** What a neighbour's credentials may see of a network that somebody else changes; only in their own account. */
export async function lookUp(
  declared: DeclaredNetwork,
  accounts: Accounts,
): Promise<Counterpart> {
  const { name, key, region, ranges, callers, serviceRange } = declared;
  const { place, elsewhere, lookup } = declared;
  const told: Counterpart = {
    name,
    key,
    region,
    vpcId: place && 'vpcId' in place ? place.vpcId : undefined,
    accountId: elsewhere,
    isRead: false,
    ranges,
    callers,
    serviceRange,
  };
  if (!lookup) return told;
  const account = await accounts({ ...lookup, region, key });
  const accountId = await account.id();
  if (elsewhere !== undefined && elsewhere !== accountId) return told;
  const located = await unlessMissing(DENIED, () => locate(declared, account));
  if (!located) return { ...told, accountId };
  const vpcs = await findVpcs(account, located);
  return {
    ...told,
    accountId,
    vpcId: located.vpcId,
    ranges: vpcs.flatMap(rangesOf),
    isRead: true,
    serviceRange: located.serviceRange ?? serviceRange,
  };
}
