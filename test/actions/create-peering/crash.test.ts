import {
  type CrashPoint,
  crashPoints,
  dieUntilWritten,
} from './crashPoints.ts';
import type { World } from './dump.ts';
import { sideBySide } from './inParallel.ts';
import { onBed } from './onBed.ts';
import type { Pair, PairWish } from './pair.ts';
import { errorsOf } from './told.ts';

const PLACES: { where: string; wish: PairWish }[] = [
  { where: 'in one account and region', wish: {} },
  {
    where: 'across accounts and regions',
    wish: { crossAccount: true, crossRegion: true },
  },
];

/** From one world to the other, and back. */
const STATES = ['present', 'absent'] as const;

/** What the runs of one state come to, and where they still have to die. */
interface Way {
  state: (typeof STATES)[number];
  world: World;
  points: CrashPoint[];
}

onBed('create-peering, killed after any call and run again', bed => {
  async function undisturbed(wish: PairWish): Promise<Way[]> {
    const pair = await bed().pair(wish);
    const ways: Way[] = [];
    for (const state of STATES) {
      const { calls, ...run } = await pair.run({ inputs: { state } });
      expect(errorsOf(run)).toEqual([]);
      const world = await pair.dump();
      ways.push({ state, world, points: crashPoints(pair, calls) });
    }
    return ways;
  }

  async function dieAndRerun(
    pair: Pair,
    { state, points, world }: Way,
  ): Promise<CrashPoint[]> {
    const inputs = { state };
    const deaths = await dieUntilWritten({
      testbed: bed().testbed,
      pair,
      points,
      start: interruption => pair.run({ inputs, interruption }),
    });
    const rerun = await pair.run({ inputs });
    const last = deaths.at(-1);
    expect({ last, errors: errorsOf(rerun) }).toEqual({ last, errors: [] });
    expect({ last, world: await pair.dump() }).toEqual({ last, world });
    return deaths;
  }

  it.each(PLACES)(
    'ends in the world of an undisturbed run $where, where it connects and where it removes',
    async ({ wish }) => {
      const ways = await undisturbed(wish);
      const all = ways.flatMap(({ points }) => points);
      const deaths: CrashPoint[] = [];
      await sideBySide(async goesOn => {
        const pair = await bed().pair(wish);
        while (goesOn() && ways.some(({ points }) => points.length > 0)) {
          for (const way of ways) {
            deaths.push(...(await dieAndRerun(pair, way)));
          }
        }
      });
      expect(deaths.length).toBeGreaterThan(all.length / 2);
    },
  );
});
