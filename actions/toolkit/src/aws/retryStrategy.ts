import type {
  RetryErrorInfo,
  RetryErrorType,
  RetryStrategyV2,
  RetryToken,
  StandardRetryToken,
} from '@smithy/types';
import { type Deadline, fullJitter, pause } from '../deadline';

/** First pause after a throttled call and after any other passing fault, in milliseconds. */
const FIRST_PAUSE = { throttled: 1_000, other: 100 };

/** An address where nobody listens is more likely a wrong input than a passing fault. */
const UNREACHABLE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const ATTEMPTS_WITHOUT_CONNECTION = 4;

/**
 * Repeats throttled and passing faults with full jitter until the deadline. The SDK's own strategy gives up
 * after three attempts, or when many calls at once have used up its tokens.
 */
export class DeadlineRetryStrategy implements RetryStrategyV2 {
  private readonly deadline: Deadline;
  private readonly passing: readonly RetryErrorType[];

  /**
   * @param passing - what is repeated. A call that is not idempotent leaves out TRANSIENT: after a broken
   * connection or an error of the server nobody knows whether it was done; a throttled one was not.
   */
  constructor(
    deadline: Deadline,
    passing: readonly RetryErrorType[] = ['THROTTLING', 'TRANSIENT'],
  ) {
    this.deadline = deadline;
    this.passing = passing;
  }

  async acquireInitialRetryToken(): Promise<RetryToken> {
    return token(0);
  }

  async refreshRetryTokenForRetry(
    { getRetryCount }: RetryToken,
    { errorType, error }: RetryErrorInfo,
  ): Promise<RetryToken> {
    if (!this.passing.includes(errorType)) {
      throw new Error('This error does not pass by itself.');
    }
    const attempt = getRetryCount() + 1;
    if (isUnreachable(error) && attempt >= ATTEMPTS_WITHOUT_CONNECTION) {
      throw new Error('Nobody listens there.');
    }
    const base =
      errorType === 'THROTTLING' ? FIRST_PAUSE.throttled : FIRST_PAUSE.other;
    await pause(
      fullJitter(attempt, base),
      this.deadline,
      `an answer of AWS after ${attempt} attempts; the last one was ${describe(error)}`,
    );
    return token(attempt);
  }

  recordSuccess(): void {}
}

function isUnreachable(error: unknown): boolean {
  const { code, message = '' } = (error ?? {}) as NodeJS.ErrnoException;
  // The words of the SDK's own handler, which gives no code for it.
  const isSilent = message.includes('did not establish a connection');
  return isSilent || (code !== undefined && UNREACHABLE.has(code));
}

function token(retryCount: number): StandardRetryToken {
  return {
    getRetryCount: () => retryCount,
    getRetryDelay: () => 0,
    getRetryCost: () => undefined,
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unclear';
}
