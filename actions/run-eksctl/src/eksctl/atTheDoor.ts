import {
  type Deadline,
  fullJitter,
  pause,
} from '@scalardl-on-eks/action-toolkit';

const DOOR = 'checking AWS STS access';

/** What passes by itself; an expired token or an unknown key does not. */
const PASSING =
  /Throttl|Rate exceeded|TooManyRequests|RequestLimitExceeded|StatusCode: (?:429|5\d\d)|connection re(?:set|fused)|i\/o timeout|Client\.Timeout|\bEOF\b/;

/** How often eksctl is started at most: with the pauses, about a quarter of a minute. */
const ATTEMPTS = 6;
const FIRST_PAUSE = 1_000;

/**
 * Whether eksctl ended before it did anything. Its first call asks STS who it is, and this is the one that its
 * SDK may not repeat (https://github.com/eksctl-io/eksctl/blob/v0.230.0/pkg/eks/services_v2.go, “Disable retryer
 * for STS”).
 */
export function endedAtTheDoor(complaint = ''): boolean {
  return complaint.includes(DOOR);
}

/**
 * Starts eksctl, and starts it again where AWS did not answer its first call, for reasons that pass.
 *
 * @param start - runs eksctl and says what it complained of
 * @throws DeadlineError, CancelledError between two attempts
 */
export async function throughTheDoor<Ended extends { complaint?: string }>(
  start: () => Promise<Ended>,
  deadline: Deadline,
): Promise<Ended> {
  for (let attempt = 1; ; attempt += 1) {
    const ended = await start();
    const { complaint = '' } = ended;
    const mayPass = endedAtTheDoor(complaint) && PASSING.test(complaint);
    if (!mayPass || attempt === ATTEMPTS) return ended;
    await pause(
      fullJitter(attempt, FIRST_PAUSE),
      deadline,
      `an answer of AWS STS to eksctl: ${complaint}`,
    );
  }
}
