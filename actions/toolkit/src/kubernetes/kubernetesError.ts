/** What has to be done again where an error may pass by itself: the same call, or the whole reading. */
export type Again = 'call' | 'reading';

interface ErrorOptions {
  status?: number;
  reason?: string;
  cause?: unknown;
  again?: Again;
  /** Milliseconds that the API asks to wait before. */
  wait?: number;
}

/** The Kubernetes API could not be read; the message says why, and `status` what it answered. */
export class KubernetesError extends Error {
  name = 'KubernetesError';
  readonly status?: number;
  /** Kubernetes's own word for it, such as `NotFound`; a proxy has none. */
  readonly reason?: string;
  readonly again?: Again;
  readonly wait?: number;

  constructor(
    message: string,
    { status, reason, cause, again, wait }: ErrorOptions,
  ) {
    super(message, { cause });
    this.status = status;
    this.reason = reason;
    this.again = again;
    this.wait = wait;
  }
}
