import { isLeft } from './leftovers';
import type { FoundJob } from './probeApi';

const NOW = Date.parse('2026-11-28T12:00:00Z');

const secondsAgo = (seconds: number) =>
  new Date(NOW - 1_000 * seconds).toISOString();

function job(
  created: number,
  {
    ended,
    name = 'scalardl-probe-ledger-1',
  }: { ended?: number; name?: string } = {},
): FoundJob {
  return {
    metadata: { name, creationTimestamp: secondsAgo(created) },
    spec: { activeDeadlineSeconds: 90 },
    status: {
      conditions:
        ended === undefined
          ? []
          : [
              {
                type: 'Failed',
                status: 'True',
                lastTransitionTime: secondsAgo(ended),
              },
            ],
    },
  };
}

describe('isLeft', () => {
  it.each<[string, FoundJob, boolean]>([
    ['is at work', job(60), false],
    ['is over, and may still be looked at', job(60, { ended: 10 }), false],
    ['has been over for a while', job(100, { ended: 40 }), true],
    ['is older than it may become', job(200), true],
    ['has a name that is not ours', job(200, { name: 'theirs' }), false],
  ])('of a Job that %s', (_, found, expected) => {
    expect(isLeft(found, NOW)).toBe(expected);
  });
});
