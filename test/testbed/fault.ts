import type { RecordedCall } from './recordedCall.ts';

/** Which calls a fault is for; what is left out matches every call. */
export interface Match {
  readonly service?: string;
  /** `*` stands for any text. */
  readonly operation?: string | readonly string[];
  readonly write?: boolean;
  readonly account?: string;
  readonly region?: string;
  /** Access key id. */
  readonly session?: string;
}

/** What happens to a call that is hit. */
export type Effect =
  /** The code and status with which the service asks to slow down. */
  | { readonly kind: 'throttle' }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly code: string;
      readonly message: string;
    }
  /** A defect of the service: 500 in its own form. */
  | { readonly kind: 'internal' }
  /** The call is done that much later. */
  | { readonly kind: 'latency'; readonly milliseconds: number }
  /** No permission. */
  | { readonly kind: 'deny' }
  /** The connection ends without an answer, and the call is not done. */
  | { readonly kind: 'disconnect' }
  /** The call is done or not, and never answered: what a caller that dies at this moment leaves. */
  | { readonly kind: 'crash'; readonly when: 'before' | 'after' };

/** When a fault strikes, among the calls that match. */
export interface Timing {
  /** That many pass first. */
  readonly skip?: number;
  /** Only every n-th is hit. */
  readonly every?: number;
  /** That many are hit, and no more. */
  readonly times?: number;
}

export interface Fault extends Timing {
  readonly match?: Match;
  readonly effect: Effect;
}

/** A fault in force. */
export interface InjectedFault {
  readonly id: string;
  /** How many calls it hit so far. */
  hits(): Promise<number>;
  remove(): Promise<void>;
}

/** A crash in force. */
export interface Crash {
  /** The call whose answer is held open, once there is one; rejected where the crash is removed before. */
  readonly hit: Promise<RecordedCall>;
  /** Takes the crash away and closes the connection that it holds. */
  remove(): Promise<void>;
}

/** The call before or after whose execution the caller is to die: by default after the first write that matches. */
export interface CrashPoint extends Match {
  readonly skip?: number;
  readonly when?: 'before' | 'after';
}
