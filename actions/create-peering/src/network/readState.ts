import type { Account } from '../aws/account';
import { together } from '../aws/answers';
import { readPeerings } from '../peering/peering';
import { readRouteTables } from '../routes/routeTable';
import { readRules } from '../rules/rule';
import type { NetworkState } from './network';

/** Reads what this action changes, in as many calls whatever the number of tables, groups and rules. */
export async function readState(
  account: Account,
  { vpcId, groups }: { vpcId: string; groups: readonly string[] },
): Promise<NetworkState> {
  const [peerings, tables, rules] = await together([
    readPeerings(account, vpcId),
    readRouteTables(account, vpcId),
    readRules(account, { vpcId, groups }),
  ]);
  return { peerings, tables, rules };
}
