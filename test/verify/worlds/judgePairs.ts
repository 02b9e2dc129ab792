import { dirname } from 'node:path';
import { startTestbed } from '../../testbed/startTestbed.ts';
import { admitReader } from '../truth/admitReader.ts';
import { Judge } from '../truth/judge/judge.ts';
import type { Judged } from '../truth/judge/verdicts.ts';
import { buildWorld } from '../world/buildWorld.ts';
import type { OtherPair } from './otherWorld.ts';

/** Paths of what a bed is made of. */
export interface BedTools {
  readonly moto: string;
  readonly kubernetes: string;
  readonly kwok: string;
}

/** Builds that go on at once: a bed has two clusters, and more of them would only wait for each other. */
const LANES = 2;

/** Builds and judges every pair on a bed of its own; answers in their order with what was found, or why nothing was. */
export async function judgePairs(
  pairs: readonly OtherPair[],
  tools: BedTools,
): Promise<PromiseSettledResult<Judged>[]> {
  const results: PromiseSettledResult<Judged>[] = [];
  const queue = pairs.entries();
  const lane = async () => {
    for (const [index, pair] of queue) {
      [results[index]] = await Promise.allSettled([judgePair(pair, tools)]);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

async function judgePair(
  { design, finish, sides }: OtherPair,
  { moto, kubernetes, kwok }: BedTools,
): Promise<Judged> {
  const testbed = await startTestbed(moto, {
    kubernetes: dirname(kubernetes),
    kwok,
  });
  try {
    const pair = await buildWorld(testbed, design);
    await finish?.(pair);
    const { ledger, auditor } = pair;
    await Promise.all([ledger, auditor].map(side => admitReader(side, false)));
    const judge = await Judge.start({
      ...(await testbed.signIn('999999999999')),
      AWS_REGION: ledger.place.region,
    });
    const judged = await judge.judge(pair, { sides: sides?.(pair) });
    await judge.stop();
    pair.close();
    return judged;
  } finally {
    await testbed.stop();
  }
}
