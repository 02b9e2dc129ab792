import type { Testbed } from '../../testbed/startTestbed';
import type { Figure } from '../figures';
import { type Cost, costOf } from './measure';
import type { Pair } from './pair';

/** Route tables at either end, of a small network and of a large one. */
const TABLES = [3, 12] as const;

/** Calls of the action by the number of route tables: AWS reads many in one call, and writes routes one by one. */
export async function growth(
  testbed: Testbed,
  {
    connect,
    freshPair,
  }: {
    connect: (pair: Pair) => Promise<void>;
    freshPair: (tables: number) => Promise<Pair>;
  },
): Promise<Figure[]> {
  const [few, many] = [await costs(TABLES[0]), await costs(TABLES[1])] as const;
  return [
    ...figuresOf(TABLES[0], few),
    ...figuresOf(TABLES[1], many),
    {
      name: 'peering-reads-growth',
      value: many.fresh.reads / few.fresh.reads,
      unit: 'ratio',
      goal: 1,
    },
    {
      name: 'peering-second-reads-growth',
      value: many.second.reads / few.second.reads,
      unit: 'ratio',
      goal: 1,
    },
  ];

  async function costs(tables: number): Promise<Costs> {
    const pair = await freshPair(tables);
    const run = () => costOf(testbed, () => connect(pair));
    return { fresh: await run(), second: await run() };
  }
}

interface Costs {
  fresh: Cost;
  second: Cost;
}

function figuresOf(tables: number, { fresh, second }: Costs): Figure[] {
  const figure = (name: string, value: number): Figure => ({
    name: `peering-${tables}-tables-${name}`,
    value,
    unit: 'calls',
  });
  return [
    figure('reads', fresh.reads),
    figure('writes', fresh.writes),
    figure('second-reads', second.reads),
  ];
}
