import { dirname } from 'node:path';
import { startTestbed, type Testbed } from '../../testbed/startTestbed.ts';
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

/** Builds and judges every pair on an empty bed; answers in their order with what was found, or why nothing was. */
export async function judgePairs(
  pairs: readonly OtherPair[],
  tools: BedTools,
): Promise<PromiseSettledResult<Judged>[]> {
  const results: PromiseSettledResult<Judged>[] = [];
  const queue = pairs.entries();
  const lane = async () => {
    let testbed: Testbed | undefined;
    for (const [index, pair] of queue) {
      testbed ??= await startBed(tools);
      const [result] = await Promise.allSettled([judgePair(pair, testbed)]);
      results[index] = result;
      testbed = await emptied(testbed, result);
    }
    await testbed?.stop();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

/** The bed without what the pair left, as its start takes seconds; none where something may still be building on it. */
async function emptied(
  testbed: Testbed,
  { status }: PromiseSettledResult<Judged>,
): Promise<Testbed | undefined> {
  if (status === 'fulfilled') {
    await testbed.reset();
    return testbed;
  }
  await testbed.stop();
  return undefined;
}

function startBed({ moto, kubernetes, kwok }: BedTools): Promise<Testbed> {
  return startTestbed(moto, { kubernetes: dirname(kubernetes), kwok });
}

async function judgePair(
  { design, finish, sides }: OtherPair,
  testbed: Testbed,
): Promise<Judged> {
  const pair = await buildWorld(testbed, design);
  await finish?.(pair);
  const { ledger, auditor } = pair;
  await Promise.all([ledger, auditor].map(side => admitReader(side, false)));
  const judge = await Judge.start({
    ...(await testbed.signIn('999999999999')),
    AWS_REGION: ledger.place.region,
  });
  try {
    return await judge.judge(pair, { sides: sides?.(pair) });
  } finally {
    await judge.stop();
    pair.close();
  }
}
