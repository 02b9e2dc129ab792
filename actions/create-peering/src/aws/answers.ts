import {
  DeadlineError,
  InputError,
  fullJitter,
  pause,
} from '@scalardl-on-eks/action-toolkit';
import {
  AwsCallError,
  awsErrorCode,
  isAccessDenied,
} from '@scalardl-on-eks/action-toolkit/aws';
import type { Deadline } from '@scalardl-on-eks/action-toolkit';

/** AWS's code of an error, also of one that was explained to a person. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return awsErrorCode(error) ?? codeOf(error.cause);
}

/** Whether AWS did not say what became of the call: no answer, or an answer of a broken server. */
export function isUncertain(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const { $metadata, $response } = cause as {
    $metadata?: { httpStatusCode?: number };
    $response?: { statusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  return status === undefined || status >= 500;
}

/** Does what a call asks for, taking some of AWS's errors as the news that it is done already. */
export async function unlessDone(
  codes: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!codes.includes(codeOf(error) ?? '')) throw error;
  }
}

/** How long a new id may stay unknown to AWS, in milliseconds. */
const KNOWN_AFTER = 60_000;

/**
 * Repeats a call while AWS does not know yet what it itself has just made
 * (https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html).
 */
export async function onceKnown<T>(
  codes: readonly string[],
  work: () => Promise<T>,
  deadline: Deadline,
): Promise<T> {
  const until = Date.now() + KNOWN_AFTER;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = codeOf(error) ?? '';
      if (!codes.includes(code) || Date.now() > until) throw error;
      const longest = Math.min(fullJitter(attempt, 100) + 50, 3_000);
      await pause(longest, deadline, `AWS to know what was made (${code})`);
    }
  }
}

/**
 * Waits for all of the work, so that nothing is left half way, and then fails with everything that failed.
 */
export async function together<T extends readonly unknown[]>(
  work: readonly [...{ [Index in keyof T]: Promise<T[Index]> }],
): Promise<T> {
  const settled = await Promise.allSettled(work);
  const errors = settled.flatMap(result =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (errors.length > 0) throw combine(errors);
  return settled.map(result =>
    result.status === 'fulfilled' ? (result.value as unknown) : undefined,
  ) as unknown as T;
}

/** One error for all that failed at once. */
function combine(errors: readonly unknown[]): unknown {
  const [first] = errors;
  const certain = errors.filter(error => !(error instanceof DeadlineError));
  // Where nobody answers, or the same right is missing many times, one sentence tells as much as all.
  const telling = new Map(certain.map(error => [sameFault(error), error]));
  if (telling.size <= 1) return certain[0] ?? first;
  return new InputError([...telling.values()].flatMap(problemsOf), {
    cause: certain[0],
  });
}

function sameFault(error: unknown): unknown {
  if (!(error instanceof AwsCallError)) return error;
  const { action, cause, message } = error;
  if (isAccessDenied(cause)) return `denied ${action}`;
  return awsErrorCode(cause) === undefined ? 'no answer' : message;
}

/** The sentences of an error. */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof InputError) return error.problems;
  return [error instanceof Error ? error.message : String(error)];
}

/** What a call gives, or `undefined` where AWS says that there is no such thing. */
export async function unlessMissing<T>(
  codes: readonly string[],
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (codes.includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}
