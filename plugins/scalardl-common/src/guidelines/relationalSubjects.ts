import { plainName } from '../facts/live/balancers/balancers';
import {
  ADDRESS,
  type RdsDatabase,
  rdsDatabaseAt,
  relationalHosts,
} from '../facts/live/databases';
import {
  type LookUp,
  type NameEnd,
  lookUpAs,
  wayInWords,
} from '../facts/live/names';
import type { LiveSide } from '../facts/live/security/liveSide';
import type { Properties } from '../facts/properties';
import type { Subject } from '../report/report';

type Judge = (database: RdsDatabase) => Subject[];

/**
 * Judges each database of RDS to which the properties lead; a host that RDS does not show is unknown. Where there is
 * none, nobody misses what RDS would have said.
 */
export function relationalSubjects(
  properties: Properties,
  side: LiveSide,
  judge: Judge,
): Subject[] {
  const { hosts, untold } = relationalHosts(properties);
  const gaps = untold.map((detail): Subject => ({
    id: 'contact points',
    verdict: 'unknown',
    detail,
  }));
  const lookUp = lookUpAs(side);
  const found = hosts.flatMap(host =>
    subjectsOf(host, { side, lookUp, judge }),
  );
  return [...found, ...gaps];
}

interface Asked {
  side: LiveSide;
  lookUp: LookUp;
  judge: Judge;
}

function subjectsOf(host: string, { side, lookUp, judge }: Asked): Subject[] {
  const { databases } = side.facts;
  if (!databases.ok) {
    return [{ id: host, verdict: 'unknown', detail: databases.reason }];
  }
  const judged = (name: string) => {
    const database = rdsDatabaseAt(plainName(name), databases.value);
    return database && judge(database);
  };
  if (ADDRESS.test(host)) return [notShown(host, side)];
  return lookUp(host).flatMap((end): Subject[] => {
    const { leads } = end;
    switch (leads.to) {
      case 'name':
        return judged(leads.name) ?? [notShown(describe(end), side)];
      case 'address':
        return [notShown(describe(end), side)];
      default: {
        const detail = `${host}: where it leads is not known: ${leads.why}`;
        return unproved(judged(host), { id: host, verdict: 'unknown', detail });
      }
    }
  });
}

/** What the database that the name is said to be lacks, it lacks anyway; what it has proves nothing. */
function unproved(
  judged: Subject[] | undefined,
  otherwise: Subject,
): Subject[] {
  const lacking = (judged ?? []).filter(({ verdict }) => verdict === 'fail');
  return lacking.length > 0 ? lacking : [otherwise];
}

function describe(end: NameEnd): string {
  return end.way.length > 1 || end.leads.to === 'address'
    ? wayInWords(end)
    : (end.way[0] ?? '');
}

function notShown(host: string, { facts: { cluster } }: LiveSide): Subject {
  const place = cluster.ok
    ? ` of account ${cluster.value.accountId} in ${cluster.value.region}`
    : '';
  const detail = `RDS${place} shows no database with the host ${host}`;
  return { id: host, verdict: 'unknown', detail };
}
