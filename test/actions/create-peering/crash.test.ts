import { inParallel } from './inParallel.ts';
import { onBed } from './onBed.ts';
import type { Pair, PairRun, PairWish } from './pair.ts';

const PLACES: { where: string; wish: PairWish }[] = [
  { where: 'in one account and region', wish: {} },
  {
    where: 'across accounts and regions',
    wish: { crossAccount: true, crossRegion: true },
  },
];

/** The n-th write in the account of a side, counted from 0. */
interface Point {
  side: 'auditor' | 'ledger';
  write: number;
}

function pointsOf(pair: Pair, { writes }: PairRun): Point[] {
  const sides = (['auditor', 'ledger'] as const).filter(
    (side, index, all) =>
      all.findIndex(
        other => pair[other].place.account === pair[side].place.account,
      ) === index,
  );
  return sides.flatMap(side =>
    writes
      .filter(({ account }) => account === pair[side].place.account)
      .map((_, write) => ({ side, write })),
  );
}

const FINE = { exitCode: 0, errors: [] };

function told({ exitCode, commands }: PairRun) {
  const errors = commands.filter(({ name }) => name === 'error');
  return { exitCode, errors: errors.map(({ message }) => message) };
}

/** A read changes nothing, so a death after it leaves the world of the write before it. */
onBed('create-peering, killed after any write and run again', bed => {
  /** Runs it until the write is done and nobody answers, kills it, and runs it again. */
  async function killAndRerun(
    pair: Pair,
    { side, write }: Point,
    state: 'present' | 'absent',
  ): Promise<PairRun> {
    const crash = await bed().testbed.crash({
      account: pair[side].place.account,
      skip: write,
    });
    const never = new Promise(() => {});
    const killed = await pair.run({
      inputs: { state },
      interruption: { when: crash.hit.catch(() => never), signal: 'SIGKILL' },
    });
    expect(killed.exitCode).toBeNull();
    await crash.remove();
    return pair.run({ inputs: { state } });
  }

  describe.each(PLACES)('$where', ({ wish }) => {
    it('ends in the world of an undisturbed run', async () => {
      const undisturbed = await bed().pair(wish);
      const made = await undisturbed.run();
      const world = await undisturbed.dump();
      await inParallel(pointsOf(undisturbed, made), async point => {
        const pair = await bed().pair(wish);
        const rerun = await killAndRerun(pair, point, 'present');
        expect({ ...point, ...told(rerun) }).toEqual({ ...point, ...FINE });
        expect(await pair.dump()).toEqual(world);
      });
    });
  });

  it('leaves nothing behind where it removes', async () => {
    const undisturbed = await bed().pair();
    const empty = await undisturbed.dump();
    await undisturbed.run();
    const removed = await undisturbed.run({ inputs: { state: 'absent' } });
    expect(await undisturbed.dump()).toEqual(empty);
    await inParallel(pointsOf(undisturbed, removed), async point => {
      const pair = await bed().pair();
      await pair.run();
      const rerun = await killAndRerun(pair, point, 'absent');
      expect({ ...point, ...told(rerun) }).toEqual({ ...point, ...FINE });
      expect(await pair.dump()).toEqual(empty);
    });
  });
});
