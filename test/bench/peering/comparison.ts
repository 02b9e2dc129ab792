import type { Testbed } from '../../testbed/startTestbed';
import { type Figure, median } from '../figures';
import { type Cost, costOf } from './measure';
import type { Pair } from './pair';

/** The two ways to connect a pair. */
export type Ways = Record<Way, (pair: Pair) => Promise<void>>;

type Way = 'action' | 'by-hand';

/** A pair that is connected for the first time, and once more. */
type Run = 'fresh' | 'second';

type Costs = Record<Run, Record<Way, Cost[]>>;

/** Rounds, in each of which both ways take a turn. */
const ROUNDS = 3;

/** Time that is good enough, as a part of what the commands take. */
const GOAL = 0.2;

/** Time and calls of the action against those of the commands, side by side. */
export async function comparison(
  testbed: Testbed,
  {
    ways,
    freshPair,
    startUp,
  }: {
    ways: Ways;
    freshPair: () => Promise<Pair>;
    /** Milliseconds that a command takes without any call. */
    startUp: number;
  },
): Promise<Figure[]> {
  const costs: Costs = {
    fresh: { action: [], 'by-hand': [] },
    second: { action: [], 'by-hand': [] },
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const way of ['action', 'by-hand'] as const) {
      const pair = await freshPair();
      for (const run of ['fresh', 'second'] as const) {
        costs[run][way].push(await costOf(testbed, () => ways[way](pair)));
      }
    }
  }
  return [
    { name: 'peering-by-hand-start-up', value: startUp, unit: 'ms' },
    ...figuresOf('fresh', costs.fresh, startUp),
    ...figuresOf('second', costs.second, startUp),
    {
      name: 'peering-second-action-writes',
      value: median(costs.second.action.map(({ writes }) => writes)),
      unit: 'calls',
      goal: 0,
    },
  ];
}

function figuresOf(
  run: Run,
  costs: Record<Way, Cost[]>,
  startUp: number,
): Figure[] {
  const time = (way: Way) =>
    median(costs[way].map(({ milliseconds }) => milliseconds));
  const calls = (way: Way) =>
    median(costs[way].map(({ reads, writes }) => reads + writes));
  const ways: readonly Way[] = ['action', 'by-hand'];
  return [
    ...ways.flatMap((way): Figure[] => [
      { name: `peering-${run}-${way}`, value: time(way), unit: 'ms' },
      { name: `peering-${run}-${way}-calls`, value: calls(way), unit: 'calls' },
    ]),
    {
      name: `peering-${run}-ratio`,
      value: time('action') / time('by-hand'),
      unit: 'ratio',
      goal: GOAL,
    },
    // What is left of the difference if starting a command cost nothing; each makes one call.
    {
      name: `peering-${run}-ratio-without-start-up`,
      value: time('action') / (time('by-hand') - calls('by-hand') * startUp),
      unit: 'ratio',
    },
  ];
}
