import type { World } from '../world/world.ts';
import type { Judge } from './judge/judge.ts';
import {
  differences,
  type Judged,
  keyOf,
  type Verdicts,
  verdictsOf,
} from './judge/verdicts.ts';
import type { Mutation } from './mutation.ts';

/** What a mutation changed in the eyes of the product. */
export interface Tried {
  /** Every result that differs from the healthy world, with its new verdict. */
  readonly changed: Verdicts;
  /** What the mutation's guideline says wherever its verdict changed, as text. */
  readonly evidence: string;
}

/** A world, and what the judge said of it before anything was changed. */
export interface HealthyWorld {
  readonly world: World;
  readonly judge: Judge;
  readonly healthy: Judged;
}

/** Changes the world, judges it, and puts everything back, whatever came of it. */
export async function tryMutation(
  { world, judge, healthy }: HealthyWorld,
  { guideline, apply, environment = text => text }: Mutation,
): Promise<Tried> {
  const undo = await apply(world);
  try {
    const judged = await judge.judge(world, {
      environment: environment(world.environment),
    });
    const changed = differences(verdictsOf(healthy), verdictsOf(judged));
    return { changed, evidence: evidenceOf(judged, { guideline, changed }) };
  } finally {
    await undo();
  }
}

function evidenceOf(
  { results }: Judged,
  { guideline, changed }: { guideline: string; changed: Verdicts },
): string {
  const said = results.filter(
    result => result.guideline === guideline && keyOf(result) in changed,
  );
  return JSON.stringify(said);
}
