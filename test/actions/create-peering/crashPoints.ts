import type { Interruption } from '@scalardl-on-eks/action-toolkit/testing';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import type { RecordedCall } from '../../testbed/recordedCall.ts';
import type { Pair, PairRun } from './pair.ts';
import { errorsOf } from './told.ts';

/**
 * The call whose answer never comes: the n-th of this operation in the account of a side, counted from 0. Many calls
 * are made at once, so that their order over all operations differs from run to run.
 */
export interface CrashPoint extends Pick<RecordedCall, 'operation' | 'write'> {
  readonly side: 'auditor' | 'ledger';
  readonly nth: number;
}

/**
 * One of that many of the reads after the last write: all of them leave the same world, and each costs three runs, so
 * that all of them would take a minute more.
 */
const SAMPLED = 3;

/** The points at which a run with these calls dies, in their order: every call, but of its last reads every third. */
export function crashPoints(
  { auditor }: Pair,
  calls: readonly RecordedCall[],
): CrashPoint[] {
  const counts = new Map<string, number>();
  const last = calls.findLastIndex(({ write }) => write);
  return calls
    .map(({ account, operation, write }) => {
      const side: CrashPoint['side'] =
        account === auditor.place.account ? 'auditor' : 'ledger';
      const key = `${side} ${operation}`;
      const nth = counts.get(key) ?? 0;
      counts.set(key, nth + 1);
      return { side, operation, write, nth };
    })
    .filter((_, index) => index <= last || (index - last) % SAMPLED === 0);
}

/** What dies: a pair's runs, at the points that are still left for them. */
export interface Dying {
  testbed: TestbedControl;
  pair: Pair;
  /** Those that were used are taken away; other pairs take from them, too. */
  points: CrashPoint[];
  /** Starts a run, whose `writes` are its own. */
  start: (interruption: Interruption) => Promise<PairRun>;
}

/**
 * Kills runs, each at the next point, until one has written something: one that has not leaves the world as it was, and
 * so is rerun by the next one, which dies later.
 *
 * @returns where they died
 * @throws Error for a run that made no such call, unless it only looked less often for what AWS was to do, than the
 * undisturbed run did
 */
export async function dieUntilWritten(dying: Dying): Promise<CrashPoint[]> {
  const deaths: CrashPoint[] = [];
  for (;;) {
    const point = dying.points.shift();
    if (!point) return deaths;
    const run = await dieAt(point, dying);
    if (run.exitCode === null) deaths.push(point);
    else if (point.write && deaths.length > 0) {
      // The one before had written something that was not recorded yet, so this one had less to write.
      dying.points.unshift(point);
      return deaths;
    } else refuseSurvival(run, point);
    if (point.write || run.writes.length > 0) return deaths;
  }
}

/** Runs until the call is done and nobody answers it, and kills the run. */
async function dieAt(
  { side, operation, nth }: CrashPoint,
  { testbed, pair, start }: Dying,
): Promise<PairRun> {
  const { account } = pair[side].place;
  const crash = await testbed.crash({
    account,
    operation,
    write: undefined,
    skip: nth,
  });
  const never = new Promise(() => {});
  const when = crash.hit.catch(() => never);
  const run = await start({ when, signal: 'SIGKILL' });
  await crash.remove();
  return run;
}

function refuseSurvival(
  run: PairRun,
  { side, operation, write, nth }: CrashPoint,
): void {
  const errors = errorsOf(run);
  const isRepeatedLook = !write && nth > 0;
  if (errors.length === 0 && isRepeatedLook) return;
  throw new Error(
    `A run was to die at ${operation} number ${nth} of ${side}, but ended before: ${errors.join('; ') || 'without an error'}.`,
  );
}
