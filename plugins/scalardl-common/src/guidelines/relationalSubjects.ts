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
  databases: Fact<LiveDatabase[]>;
  /** Whose RDS was asked. */
  cluster: Fact<LiveCluster>;
}

/**
 * Judges each database of RDS that the properties name; a host that RDS does not show is unknown. Where there is none,
 * nobody misses what RDS would have said.
 */
export function relationalSubjects(
  properties: Properties,
  { databases, cluster }: Known,
  judge: (database: RdsDatabase) => Subject[],
): Subject[] {
  const { hosts, untold } = relationalHosts(properties);
  const gaps = untold.map((detail): Subject => ({
    id: 'contact points',
    verdict: 'unknown',
    detail,
  }));
  const found = hosts.flatMap((host): Subject[] => {
    if (!databases.ok) {
      return [{ id: host, verdict: 'unknown', detail: databases.reason }];
    }
    const database = rdsDatabaseAt(host, databases.value);
    return database ? judge(database) : [notShown(host, cluster)];
  });
  return [...found, ...gaps];
}

function notShown(host: string, cluster: Known['cluster']): Subject {
  const place = cluster.ok
    ? ` of account ${cluster.value.accountId} in ${cluster.value.region}`
    : '';
  const detail = `RDS${place} shows no database with the host ${host}`;
  return { id: host, verdict: 'unknown', detail };
}
