import type { Location } from '../../report/report';

/** The two ports on which the product answers: for clients, and for privileged calls. */
export const ROLES = ['client', 'privileged'] as const;

export type Role = (typeof ROLES)[number];

/** One port as one place of the files gives it. */
export interface Port {
  /** A number, `absent` where there is no such port, `untold` where the files do not say. */
  number: number | 'absent' | 'untold';
  /** The place and what it says: `scalar.dl.ledger.server.port is 50051`. */
  detail: string;
  location: Location;
}

export type Ports = Record<Role, Port>;
