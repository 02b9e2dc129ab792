import {
  type DatabasePlace,
  type HostPlace,
  type KnownDatabases,
  type StorageEnd,
  hostPlaces,
} from '../../facts/live/databases';
import type { LookUp } from '../../facts/live/names';
import type { Subject } from '../../report/report';

type Judgement = Pick<Subject, 'verdict' | 'detail'>;

/** An end of a storage, and how the pods that use it look its name up. */
export interface AskedEnd {
  end: StorageEnd;
  lookUp: LookUp;
}

/** Whether two hosts are two databases. One database has several names: of its writer, its readers, each instance. */
export function compareEnds(
  one: AskedEnd,
  other: AskedEnd,
  known: readonly KnownDatabases[],
): Judgement {
  // Another schema or namespace of the same instance is still the same administrator.
  if (one.end.endpoint === other.end.endpoint) {
    return { verdict: 'fail', detail: `both sides use ${one.end.endpoint}` };
  }
  const compared = hostPlaces(one.end, one.lookUp, known).flatMap(place =>
    hostPlaces(other.end, other.lookUp, known).map(otherPlace =>
      comparePlaces(place, otherPlace, known),
    ),
  );
  const worst = (['fail', 'unknown'] as const)
    .map(verdict => compared.find(each => each.verdict === verdict))
    .find(found => found !== undefined);
  return (
    worst ?? compared[0] ?? { verdict: 'unknown', detail: 'they lead nowhere' }
  );
}

function comparePlaces(
  one: HostPlace,
  other: HostPlace,
  known: readonly KnownDatabases[],
): Judgement {
  const names = `${one.title} and ${other.title}`;
  const [place, otherPlace] = [one.place, other.place];
  for (const each of [place, otherPlace]) {
    if (each.kind === 'untold') {
      const detail = `${names} may be two names of one database: ${each.why}`;
      return { verdict: 'unknown', detail };
    }
  }
  const same = whatBothAre(place, otherPlace);
  if (same !== undefined) {
    const detail = `${names} are two names of ${same}`;
    // Which of several answers is asked, nobody knows before.
    return { verdict: one.chosen || other.chosen ? 'unknown' : 'fail', detail };
  }
  if (place.kind === 'shown' && otherPlace.kind === 'shown') {
    return { verdict: 'pass', detail: `${names} are two databases of RDS` };
  }
  if (areApart(place, otherPlace)) {
    return { verdict: 'pass', detail: `${names} are two databases` };
  }
  const why = known.flatMap(({ databases }) =>
    databases.ok ? [] : [databases.reason],
  );
  const detail = `${names} may be two names of one database${why.length > 0 ? `: ${why.join('; ')}` : ', because RDS does not show both'}`;
  return { verdict: 'unknown', detail };
}

/** What two names of one database lead to; `undefined` where they are not known to. */
function whatBothAre(
  one: DatabasePlace,
  other: DatabasePlace,
): string | undefined {
  const same = JSON.stringify(one) === JSON.stringify(other);
  if (!same) return undefined;
  if (one.kind === 'shown') return one.id;
  return one.kind === 'address' ? one.address : undefined;
}

function areApart(one: DatabasePlace, other: DatabasePlace): boolean {
  if (one.kind === 'given' && other.kind === 'given') {
    return one.owner !== other.owner;
  }
  return one.kind === 'address' && other.kind === 'address';
}
