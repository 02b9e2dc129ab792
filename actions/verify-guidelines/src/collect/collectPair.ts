import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import {
  type LiveFactName,
  SIDES,
  type Side,
  type SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { Progress } from './collector';
import { type Collection, collectSide } from './collectSide';
import { COLLECTORS } from './collectors';
import { openSide } from './openSide';
import type { OpenSide, SideTarget } from './sideAccess';

export interface PairOptions {
  /** End of the whole run. */
  deadline: Deadline;
  /** Told of each fact once it stands in the facts. */
  progress?: Progress;
}

/** Facts of both sides that are being read. */
export interface PairCollection {
  facts: Record<Side, SideLiveFacts>;
  /** Ends when every fact of both sides was tried, or with the run; it never fails. */
  done: Promise<void>;
}

/** Reads both sides at the same time, each with its own credentials. */
export async function collectPair(
  targets: Readonly<Record<Side, SideTarget>>,
  { deadline, progress }: PairOptions,
): Promise<PairCollection> {
  const open = async (side: Side) => openSide(targets[side], deadline);
  const opened = await Promise.all(SIDES.map(open));
  const [ledger, auditor] = opened.map(side =>
    collectSide(side, { collectors: COLLECTORS, progress }),
  ) as [Collection, Collection];
  return {
    facts: { ledger: ledger.facts, auditor: auditor.facts },
    done: close(opened, [ledger, auditor]),
  };
}

async function close(
  opened: readonly OpenSide[],
  collections: readonly Collection[],
): Promise<void> {
  await Promise.all(collections.map(({ done }) => done));
  opened.forEach(side => side.close());
}

/** Names of the facts whose reading ended half-way, or never began. */
export function interruptedFacts(facts: SideLiveFacts): LiveFactName[] {
  return (Object.keys(facts) as LiveFactName[]).filter(name => {
    const fact = facts[name];
    return !fact.ok && fact.interrupted;
  });
}
