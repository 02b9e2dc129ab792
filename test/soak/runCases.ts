import type { Outcome } from './outcome';
import type { InNewWorld, SoakCase } from './soakCase';

/** How cases are run. */
export interface Running {
  /** Number of cases at a time. */
  worlds: number;
  inNewWorld: InNewWorld;
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

type Verdict = Pick<Outcome, 'verdict' | 'detail' | 'log'>;

async function runCase(
  soakCase: SoakCase,
  { inNewWorld }: Running,
): Promise<Outcome> {
  const before = performance.now();
  const verdict = await inNewWorld(world => soakCase.run(world)).then(
    (result): Verdict =>
      result
        ? { verdict: 'skipped', detail: result.skipped }
        : { verdict: 'passed' },
    failed,
  );
  return {
    name: soakCase.name,
    ...verdict,
    seconds: (performance.now() - before) / 1000,
    at: new Date().toISOString(),
  };
}

function failed(error: unknown): Verdict {
  const verdict = 'failed';
  if (!(error instanceof Error)) return { verdict, detail: String(error) };
  const { message: detail, cause } = error;
  return cause instanceof Error
    ? { verdict, detail, log: cause.message }
    : { verdict, detail };
}
