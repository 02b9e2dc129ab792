import {
  type Fact,
  type LiveFactName,
  type SideLiveFacts,
  interrupted,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { AnyCollector, Progress } from './collector';
import { abortable, endAt } from './ending';
import { inOrder } from './inOrder';
import { NOT_YET, readFact } from './readFact';
import type { OpenSide, SideAccess } from './sideAccess';

export interface CollectOptions {
  collectors: readonly AnyCollector[];
  /** Told of each fact once it stands in the facts. */
  progress?: Progress;
  /** Milliseconds that one collector may take. */
  patience?: number;
}

/** Facts of a side that are being read. */
export interface Collection {
  /** What was read so far; the rest says that it was not. */
  facts: SideLiveFacts;
  /** Ends when every fact was tried, or with the run; it never fails. */
  done: Promise<void>;
}

/** A call without an answer must not take the whole run with it. */
const PATIENCE = 120_000;

/**
 * Reads every fact of a side, each as soon as what it needs was read. Whatever goes wrong ends up in the reason of
 * the fact that it kept from being read.
 */
export function collectSide(
  side: OpenSide,
  { collectors, progress, patience = PATIENCE }: CollectOptions,
): Collection {
  const facts = Object.fromEntries(
    collectors.map(({ fact }) => [fact, interrupted(NOT_YET)]),
  ) as Record<LiveFactName, Fact<unknown>>;
  const given = facts as SideLiveFacts;
  const run = endAt(side.deadline.at, side.signal);
  const access = shareReader({ ...side, signal: run.signal }, given);
  const all = inOrder(collectors, async collector => {
    if (run.signal.aborted) return;
    const found = await readFact(collector, { access, given, patience });
    if (run.signal.aborted) return;
    facts[collector.fact] = found;
    progress?.(side.target.side, collector.fact);
  });
  return { facts: given, done: endOf(all, run) };
}

async function endOf(
  all: Promise<unknown>,
  run: ReturnType<typeof endAt>,
): Promise<void> {
  try {
    await abortable(all, run.signal);
  } catch {
    // The facts themselves say what was not read.
  } finally {
    run.clear();
  }
}

/** One reader of the Kubernetes API for all collectors, opened when the first of them asks. */
function shareReader(side: OpenSide, given: SideLiveFacts): SideAccess {
  let reader: ReturnType<SideAccess['kubernetes']> | undefined;
  return {
    ...side,
    kubernetes() {
      const { cluster } = given;
      if (!cluster.ok) return Promise.reject(new Error(cluster.reason));
      reader ??= side.openKubernetes(cluster.value);
      return reader;
    },
  };
}
