import type { Gate } from '../facts/live/security/gate';
import type { Subject } from '../report/report';
import { verdictOf } from './certainty';

/** The gates of connections as they stand in AWS and the cluster, as subjects named after the way where it is told. */
export function gateSubjects(gates: readonly Gate[], way = ''): Subject[] {
  return gates.map(({ id, answer, detail }) => ({
    id: way ? `${way}: ${id}` : id,
    verdict: verdictOf(answer),
    detail: way ? `${way}: ${detail}` : detail,
  }));
}
