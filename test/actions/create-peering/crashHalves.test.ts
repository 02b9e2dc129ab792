import type { Interruption } from '@scalardl-on-eks/action-toolkit/testing';
import {
  type CrashPoint,
  crashPoints,
  dieUntilWritten,
} from './crashPoints.ts';
import type { World } from './dump.ts';
import { type HalfName, runHalf, runHalves } from './halves.ts';
import { sideBySide } from './inParallel.ts';
import { onBed } from './onBed.ts';
import type { Pair, PairRun } from './pair.ts';
import { errorsOf } from './told.ts';

interface Roles {
  pair: Pair;
  dying: HalfName;
  other: HalfName;
}

const HALVES: Omit<Roles, 'pair'>[] = [
  { dying: 'requester', other: 'accepter' },
  { dying: 'accepter', other: 'requester' },
];

type Die = (
  start: (interruption: Interruption) => Promise<PairRun>,
) => Promise<void>;

/** Longer than one half waits while the other one dies again and again. */
const PATIENT = { inputs: { timeout: '10' } };

/** What becomes of the other half in the meantime: the crash points are dealt out among these. */
interface Fate {
  fate: string;
  /** @returns the runs that ended */
  play: (roles: Roles, die: Die) => Promise<PairRun[]>;
}

const FATES: Fate[] = [
  {
    fate: 'goes on',
    async play({ pair, dying, other }, die) {
      const beside = runHalf(pair, other, PATIENT);
      await die(interruption =>
        runHalf(pair, dying, { ...PATIENT, interruption }),
      );
      return Promise.all([runHalf(pair, dying, PATIENT), beside]);
    },
  },
  {
    fate: 'dies at the same moment',
    async play({ pair, dying, other }, die) {
      await die(async interruption => {
        const options = { ...PATIENT, interruption };
        const [died] = await Promise.all([
          runHalf(pair, dying, options),
          runHalf(pair, other, options),
        ]);
        return died;
      });
      return runHalves(pair, PATIENT);
    },
  },
];

/** How a pair is when nobody dies, and where each half can. */
interface Undisturbed {
  empty: World;
  connected: World;
  points: Record<HalfName, CrashPoint[]>;
}

onBed('create-peering by halves, one of them killed after any call', bed => {
  function newPair(): Promise<Pair> {
    return bed().pair({ crossAccount: true });
  }

  async function watchUndisturbed(): Promise<Undisturbed> {
    const pair = await newPair();
    const empty = await pair.dump();
    const [requester, accepter] = await runHalves(pair, PATIENT);
    expect([requester, accepter].map(errorsOf)).toEqual([[], []]);
    return {
      empty,
      connected: await pair.dump(),
      points: {
        requester: crashPoints(pair, requester.calls),
        accepter: crashPoints(pair, accepter.calls),
      },
    };
  }

  let undisturbed: Undisturbed;

  /** Deaths until one of them left something, the reruns, and all of it removed for the next time. */
  async function playOnce(
    { play }: Fate,
    roles: Roles,
    points: CrashPoint[],
  ): Promise<CrashPoint[]> {
    const { pair } = roles;
    const { testbed } = bed();
    let deaths: CrashPoint[] = [];
    const runs = await play(roles, async start => {
      deaths = await dieUntilWritten({ testbed, pair, points, start });
    });
    const last = deaths.at(-1);
    const { connected, empty } = undisturbed;
    expect({ last, errors: runs.map(errorsOf) }).toEqual({
      last,
      errors: [[], []],
    });
    expect({ last, world: await pair.dump() }).toEqual({
      last,
      world: connected,
    });
    const removed = await pair.run({ inputs: { state: 'absent' } });
    expect(errorsOf(removed)).toEqual([]);
    expect(await pair.dump()).toEqual(empty);
    return deaths;
  }

  describe.each(HALVES)('where the $dying dies', ({ dying, other }) => {
    it.each(FATES)(
      `and the ${other} $fate, both together end in the world of undisturbed ones`,
      async fate => {
        undisturbed ??= await watchUndisturbed();
        const all = undisturbed.points[dying].filter(
          (_, index) => index % FATES.length === FATES.indexOf(fate),
        );
        const points = [...all];
        const deaths: CrashPoint[] = [];
        await sideBySide(async goesOn => {
          const pair = await newPair();
          while (goesOn() && points.length > 0) {
            const roles = { pair, dying, other };
            deaths.push(...(await playOnce(fate, roles, points)));
          }
        });
        expect(deaths.length).toBeGreaterThan(all.length / 2);
      },
    );
  });
});
