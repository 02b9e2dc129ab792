import type { Fact } from '../facts/fact';
import type { LiveCluster, LiveDatabase } from '../facts/live';
import {
  type RdsDatabase,
  rdsDatabaseAt,
  relationalHosts,
} from '../facts/live/databases';
import type { Properties } from '../facts/properties';
import type { Subject } from '../report/report';

interface Known {
  databases: readonly LiveDatabase[];
  /** Whose RDS was asked. */
  cluster: Fact<LiveCluster>;
}

/** Judges each database of RDS that the properties name; a host that RDS does not show is unknown. */
export function relationalSubjects(
  properties: Properties,
  { databases, cluster }: Known,
  judge: (database: RdsDatabase) => Subject[],
): Subject[] {
  const { hosts, untold } = relationalHosts(properties);
  const place = cluster.ok
    ? ` of account ${cluster.value.accountId} in ${cluster.value.region}`
    : '';
  return [
    ...hosts.flatMap((host): Subject[] => {
      const database = rdsDatabaseAt(host, databases);
      if (database) return judge(database);
      const detail = `RDS${place} shows no database with the host ${host}`;
      return [{ id: host, verdict: 'unknown', detail }];
    }),
    ...untold.map((detail): Subject => ({
      id: 'contact points',
      verdict: 'unknown',
      detail,
    })),
  ];
}
