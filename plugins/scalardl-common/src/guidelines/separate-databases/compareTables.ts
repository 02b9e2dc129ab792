import type { SideLiveFacts } from '../../facts/live';
import type { StorageEnd } from '../../facts/live/databases';
import { SIDES, type Side, type Subject } from '../../report/report';

type Judgement = Pick<Subject, 'verdict' | 'detail'>;

/** In DynamoDB the contact point is only a region: the account whose tables they are tells the databases apart. */
export function compareTables(
  one: StorageEnd,
  other: StorageEnd,
  given: Readonly<Record<Side, SideLiveFacts>>,
): Judgement {
  const [ledger, auditor] = [given.ledger.cluster, given.auditor.cluster];
  if (!ledger.ok) return { verdict: 'unknown', detail: ledger.reason };
  if (!auditor.ok) return { verdict: 'unknown', detail: auditor.reason };
  const accounts = {
    ledger: ledger.value.accountId,
    auditor: auditor.value.accountId,
  };
  const what = `DynamoDB in ${one.endpoint} and ${other.endpoint}, clusters in accounts ${accounts.ledger} and ${accounts.auditor}`;
  if (one.endpoint === other.endpoint && accounts.ledger === accounts.auditor) {
    return { verdict: 'fail', detail: what };
  }
  // The access key of the properties need not be one of the cluster's account.
  const regions = { ledger: one.endpoint, auditor: other.endpoint };
  const why = SIDES.map(side =>
    whyNotOwn(given[side], { account: accounts[side], region: regions[side] }),
  ).find(reason => reason !== undefined);
  return why === undefined
    ? { verdict: 'pass', detail: `${what}, each with tables of its own` }
    : { verdict: 'unknown', detail: `${what}: ${why}` };
}

/** Why it is not proved that the side's tables are in its cluster's account. */
function whyNotOwn(
  { tables }: SideLiveFacts,
  { account, region }: { account: string; region: string },
): string | undefined {
  if (!tables.ok) return tables.reason;
  return tables.value?.some(table => table.region === region)
    ? undefined
    : `no tables of the side were found in ${region} of account ${account}`;
}
