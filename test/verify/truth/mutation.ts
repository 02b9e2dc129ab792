import type { Verdict } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Undo } from '../world/kube.ts';
import type { World } from '../world/world.ts';
import type { Judgeable } from './judge/judge.ts';
import type { ResultKey } from './judge/verdicts.ts';

/** One thing that is wrong, or only looks so, in an otherwise healthy world, and what the product must say of it. */
export interface Mutation {
  /** The trap, in words that continue `fails where …`. */
  readonly name: string;
  /** The guideline whose trap it is. */
  readonly guideline: string;
  /**
   * Changes the world and waits until it is as changed, so that a judgement sees it at once. What it returns puts
   * everything back, and waits until it is there.
   */
  apply(world: World): Promise<Undo>;
  /** Changes the environment file that the world is judged by; for what nobody sees in the clusters. */
  environment?(text: string): string;
  /** Judges other clusters than the world's own two; for what is wrong with the choice, and with nothing in the world. */
  judges?(world: World): Judgeable;
  /** Every result whose verdict differs from that in the healthy world, and no other. */
  readonly expect: Readonly<Record<ResultKey, Verdict>>;
  /** Where nothing is expected although it looks bad: why it is none the worse. */
  readonly because?: string;
  /** Part of the evidence that the named guideline gives; a part of `observed`, `reason` or a subject. */
  readonly observed?: string | ((world: World) => string);
}
