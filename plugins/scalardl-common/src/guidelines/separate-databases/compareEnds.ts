import {
  type DatabasePlace,
  type KnownDatabases,
  type StorageEnd,
  placeOf,
} from '../../facts/live/databases';
import type { Subject } from '../../report/report';

type Judgement = Pick<Subject, 'verdict' | 'detail'>;

/** Whether two hosts are two databases. One database has several names: of its writer, its readers, each instance. */
export function compareEnds(
  one: StorageEnd,
  other: StorageEnd,
  known: readonly KnownDatabases[],
): Judgement {
  // Another schema or namespace of the same instance is still the same administrator.
  if (one.endpoint === other.endpoint) {
    return { verdict: 'fail', detail: `both sides use ${one.endpoint}` };
  }
  const names = `${one.endpoint} and ${other.endpoint}`;
  const [place, otherPlace] = [placeOf(one, known), placeOf(other, known)];
  if (place.kind === 'shown' && otherPlace.kind === 'shown') {
    return place.id === otherPlace.id
      ? { verdict: 'fail', detail: `${names} are two names of ${place.id}` }
      : { verdict: 'pass', detail: `${names} are two databases of RDS` };
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

function areApart(one: DatabasePlace, other: DatabasePlace): boolean {
  if (one.kind === 'given' && other.kind === 'given') {
    return one.owner !== other.owner;
  }
  return one.kind === 'address' && other.kind === 'address';
}
