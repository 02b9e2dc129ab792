import type { Outcome } from './outcome';
import type { SoakCase, SoakWorld } from './soakCase';

/** How cases are run. */
export interface Running {
  /** Number of cases at a time. */
  worlds: number;
  inNewWorld<Result>(
    run: (world: SoakWorld) => Promise<Result>,
  ): Promise<Result>;
  /** Told of every outcome as it comes. */
  ended(outcome: Outcome): Promise<void>;
}

/** Runs the cases, several at a time, each in a world of its own. */
export async function runCases(
  cases: readonly SoakCase[],
  running: Running,
): Promise<void> {
  const waiting = [...cases];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await running.ended(await runCase(next, running));
    }
  };
  await Promise.all(Array.from({ length: running.worlds }, work));
}

async function runCase(
  soakCase: SoakCase,
  { inNewWorld }: Running,
): Promise<Outcome> {
  const before = performance.now();
  const verdict = await inNewWorld(world => soakCase.run(world)).then(
    (result): Pick<Outcome, 'verdict' | 'detail'> =>
      result
        ? { verdict: 'skipped', detail: result.skipped }
        : { verdict: 'passed' },
    (error: unknown): Pick<Outcome, 'verdict' | 'detail'> => ({
      verdict: 'failed',
      detail: error instanceof Error ? error.message : String(error),
    }),
  );
  return {
    name: soakCase.name,
    ...verdict,
    seconds: (performance.now() - before) / 1000,
    at: new Date().toISOString(),
  };
}
