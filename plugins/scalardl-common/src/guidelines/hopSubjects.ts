import type { Hop } from '../facts/reachability/hop';
import type { Subject } from '../report/report';
import { verdictOf } from './certainty';

/** The gates of a connection as subjects of a finding, named after who calls. */
export function hopSubjects(hops: readonly Hop[], caller = ''): Subject[] {
  return hops.map(({ id, answer, detail, location }) => ({
    id: caller ? `${caller}: ${id}` : id,
    verdict: verdictOf(answer),
    detail: caller ? `${caller}: ${detail}` : detail,
    location,
  }));
}
