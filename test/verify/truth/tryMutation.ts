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
  /** What the mutation's guideline says wherever its verdict changed, or everywhere if none should, as text. */
  readonly evidence: string;
}

/** A world, and what the judge said of it before anything was changed. */
export interface HealthyWorld {
  readonly world: World;
  readonly judge: Judge;
  readonly healthy: Judged;
  /** Whether judgements of it read Secrets. */
  readonly readSecrets: boolean;
}

/** Changes the world, judges it, and puts everything back, whatever came of it. */
export async function tryMutation(
  { world, judge, healthy, readSecrets }: HealthyWorld,
  mutation: Mutation,
): Promise<Tried> {
  const { environment = text => text, judges = () => world } = mutation;
  const undo = await mutation.apply(world);
  try {
    const judged = await judge.judge(judges(world), {
      environment: environment(world.environment),
      readSecrets,
    });
    const changed = differences(verdictsOf(healthy), verdictsOf(judged));
    return { changed, evidence: evidenceOf(judged, mutation, changed) };
  } finally {
    await undo();
  }
}

function evidenceOf(
  { results }: Judged,
  { guideline, expect: expected }: Mutation,
  changed: Verdicts,
): string {
  const stays = Object.keys(expected).length === 0;
  const said = results.filter(
    result =>
      result.guideline === guideline && (stays || keyOf(result) in changed),
  );
  return JSON.stringify(said);
}
