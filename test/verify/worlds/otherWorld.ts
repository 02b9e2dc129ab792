import type { Verdict } from '@scalardl-on-eks/plugin-scalardl-common';
import type { ResultKey } from '../truth/judge/verdicts.ts';
import type { WorldDesign } from '../world/buildWorld.ts';
import type { Pair } from '../world/world.ts';

/** What the product must say where it says something else than of the healthy world. */
export interface Expected {
  readonly verdict: Verdict;
  /** Part of the evidence: of `observed`, `reason` or a subject. */
  readonly says: string;
}

/** One side, or what joins the sides with each other and with applications. */
export type Part = 'ledger' | 'auditor' | 'pair';

/** A world that is not made by us, and what the product must say of it. */
export interface OtherWorld {
  /** Heading of its table. */
  readonly title: string;
  /** How it differs from the healthy world, in a few sentences. */
  readonly about: string;
  /** The scopes that it is about; the other results belong to another world of the same pair. */
  readonly scopes: readonly Part[];
  /** Every result whose verdict differs from that in the healthy world, and no other; written before the first run. */
  readonly expect: Readonly<Record<ResultKey, Expected>>;
  /** Guidelines that hold here as in the healthy world, and for which that was in doubt: part of their evidence. */
  readonly telling: Readonly<Record<string, string>>;
}

/** One or several worlds that are built as one pair. */
export interface OtherPair {
  readonly name: string;
  readonly design: WorldDesign<object>;
  readonly worlds: readonly OtherWorld[];
  /** Changes what cannot be built so from the start, and waits until it is as changed. */
  finish?(pair: Pair): Promise<void>;
  /** The input `sides`, where the pair has no environment file. */
  sides?(pair: Pair): string;
}
