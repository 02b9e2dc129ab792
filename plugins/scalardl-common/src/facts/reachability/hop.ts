import type { Location } from '../../report/report';
import type { Certainty } from '../kubernetes/certainty';

/** One gate on the way of a connection, and whether it lets the connection through. */
export interface Hop {
  id: string;
  answer: Certainty;
  detail: string;
  location: Location;
}
