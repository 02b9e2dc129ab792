import {
  CancelledError,
  type Deadline,
  DeadlineError,
  fullJitter,
  pause,
  waitFor,
} from './deadline';

function within(milliseconds: number, signal?: AbortSignal): Deadline {
  return { at: Date.now() + milliseconds, setBy: 'timeout: 1 minute', signal };
}

describe('fullJitter', () => {
  it('stays below a bound that doubles and ends at twenty seconds', () => {
    const largest = (attempt: number) =>
      Math.max(...Array.from({ length: 2_000 }, () => fullJitter(attempt)));
    expect(largest(1)).toBeLessThan(200);
    expect(largest(1)).toBeGreaterThan(150);
    expect(largest(4)).toBeGreaterThan(1_200);
    expect(largest(40)).toBeLessThan(20_000);
  });
});

describe('pause', () => {
  it('says what was waited for and which input moves the deadline', async () => {
    const late = pause(10, within(0), 'the peering pcx-1');
    await expect(late).rejects.toThrow(DeadlineError);
    await expect(late).rejects.toThrow(
      'The time is over (timeout: 1 minute) while waiting for the peering pcx-1.',
    );
  });

  it('ends at once when the run is cancelled', async () => {
    const cancel = new AbortController();
    const started = Date.now();
    const waiting = pause(60_000, within(60_000, cancel.signal), 'it');
    cancel.abort();
    await expect(waiting).rejects.toThrow(CancelledError);
    expect(Date.now() - started).toBeLessThan(5_000);
    await expect(pause(1, within(60_000, cancel.signal), 'it')).rejects.toThrow(
      CancelledError,
    );
  });
});

describe('waitFor', () => {
  it('looks again until the thing is as wanted', async () => {
    let looks = 0;
    const value = await waitFor(
      'the third look',
      async () => {
        looks += 1;
        return looks === 3
          ? { done: true, value: looks }
          : { done: false, seen: `look ${looks}` };
      },
      { deadline: within(10_000), base: 2 },
    );
    expect(value).toBe(3);
  });

  it('ends with what it saw last', async () => {
    const never = waitFor(
      'the cluster',
      async () => ({ done: false, seen: 'its status is CREATING' }),
      { deadline: within(30), base: 20 },
    );
    await expect(never).rejects.toThrow(
      'while waiting for the cluster; its status is CREATING.',
    );
  });
});
