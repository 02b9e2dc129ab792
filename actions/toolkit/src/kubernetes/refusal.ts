import { type Again, KubernetesError } from './kubernetesError';

/** An answer that is not 200. */
interface Refused {
  status: number;
  body: string;
  /** What the status means to who asked, and what to change. */
  meaning?: string;
  /** The header of that name, in seconds. */
  retryAfter?: string;
}

/**
 * The error that an answer is.
 *
 * @param call - method and path
 */
export function refusal(
  call: string,
  { status, body, meaning, retryAfter }: Refused,
): KubernetesError {
  const { message, reason } = statusOf(body);
  const why = meaning ? ` (${meaning})` : '';
  return new KubernetesError(
    `${call} was answered ${status}${why}: ${message}`,
    {
      status,
      reason,
      again: againAfter(status),
      wait: 1_000 * (Number(retryAfter) || 0),
    },
  );
}

/** The limit and the place in the list say nothing to a reader. */
export function withoutQuery(path: string): string {
  return path.replace(/\?.*$/, '');
}

/** What may help: a busy server is asked again, a list that has expired is read from its beginning. */
function againAfter(status: number): Again | undefined {
  if ([429, 502, 503, 504].includes(status)) return 'call';
  return status === 410 ? 'reading' : undefined;
}

/** The `Status` of the API; the beginning of what else answered. */
function statusOf(body: string): { message: string; reason?: string } {
  try {
    const status = JSON.parse(body) as { message?: string; reason?: string };
    if (typeof status.message === 'string') {
      return { message: status.message.slice(0, 300), reason: status.reason };
    }
  } catch {
    // A proxy answered, in a language of its own.
  }
  return { message: body.slice(0, 300).trim() };
}
