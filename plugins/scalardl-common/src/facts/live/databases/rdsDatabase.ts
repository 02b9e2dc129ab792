import type { LiveDatabase } from '../aws';

/** What stands behind a host name of RDS: one instance, or a cluster with its instances. */
export interface RdsDatabase {
  /** Of the cluster where there is one: its instances are the same data. */
  id: string;
  /** `undefined` where the instance stands alone. */
  cluster?: LiveDatabase;
  /** Id of the cluster that an instance names, whether or not RDS shows it. */
  clusterId?: string;
  instances: LiveDatabase[];
}

/** The database behind a host; `undefined` where RDS shows none of that name in the account and region. */
export function rdsDatabaseAt(
  host: string,
  databases: readonly LiveDatabase[],
): RdsDatabase | undefined {
  const found = databases.find(({ hosts }) => hosts.includes(host));
  if (!found) return undefined;
  const clusterId = found.kind === 'cluster' ? found.id : found.clusterId;
  if (clusterId === undefined) return { id: found.id, instances: [found] };
  return {
    id: clusterId,
    clusterId,
    cluster: databases.find(
      ({ kind, id }) => kind === 'cluster' && id === clusterId,
    ),
    instances: databases.filter(
      database =>
        database.kind === 'instance' && database.clusterId === clusterId,
    ),
  };
}
