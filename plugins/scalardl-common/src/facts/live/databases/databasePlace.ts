import type { Fact } from '../../fact';
import type { LiveCluster, LiveDatabase } from '../aws';
import { rdsDatabaseAt } from './rdsDatabase';

/** What RDS of one side's account and region shows. */
export interface KnownDatabases {
  databases: Fact<LiveDatabase[]>;
  cluster: Fact<LiveCluster>;
}

/** Which database stands behind a host. */
export type DatabasePlace =
  /** RDS of one of the accounts shows it. */
  | { kind: 'shown'; id: string }
  /** A name that a cloud gave; two owners have nothing in common. */
  | { kind: 'given'; owner: string }
  | { kind: 'address'; address: string }
  /** A name that somebody outside answers for, and may lead anywhere. */
  | { kind: 'name' }
  | { kind: 'untold'; why: string };

/** `<id>.[cluster-|proxy-…]<stands for account and region>.<region>.rds.amazonaws.com` */
const RDS_NAME =
  /^[^.]+\.(?:(?:cluster(?:-ro|-custom)?|proxy)-)?([a-z0-9]+\.[a-z0-9-]+)\.rds\.amazonaws\.com(?:\.cn)?$/;

/** An account of Cosmos DB. */
const COSMOS_NAME =
  /^https:\/\/([a-z0-9-]+\.documents\.azure\.com)(?::443)?\/?$/;

export const ADDRESS =
  /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f]*:[0-9a-f:]*\]?)$/;

/** Looks a host up in what RDS of both accounts shows. */
export function placeOf(
  host: string,
  known: readonly KnownDatabases[],
): DatabasePlace {
  for (const { databases, cluster } of known) {
    const found = databases.ok && rdsDatabaseAt(host, databases.value);
    if (found && cluster.ok) {
      const { accountId, region } = cluster.value;
      return { kind: 'shown', id: `${found.id} of ${accountId} in ${region}` };
    }
  }
  const owner = [RDS_NAME, COSMOS_NAME]
    .map(pattern => pattern.exec(host)?.[1])
    .find(found => found !== undefined);
  if (owner !== undefined) return { kind: 'given', owner };
  return ADDRESS.test(host)
    ? { kind: 'address', address: host }
    : { kind: 'name' };
}
