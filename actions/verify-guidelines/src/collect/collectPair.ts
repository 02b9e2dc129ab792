import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import {
  type LiveFactName,
  type LiveSettings,
  SIDES,
  type Side,
  type SideLiveFacts,
  interrupted,
  read,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { Progress } from './collector';
import { type Collection, collectSide } from './collectSide';
import { COLLECTORS } from './collectors';
import { openSide } from './openSide';
import { NOT_YET } from './readFact';
import type { OpenSide, SideTarget } from './sideAccess';

export interface PairOptions {
  /** End of the whole run. */
  deadline: Deadline;
  /** Told of each fact once it stands in the facts. */
  progress?: Progress;
  /**
   * Asks each side from within the other once both were read, which writes: a Job a side that is removed again. Off
   * where it is left out.
   */
  probe?: {
    settings: LiveSettings;
    /** Milliseconds that a Job may take. */
    wait?: number;
  };
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
  { deadline, progress, probe }: PairOptions,
): Promise<PairCollection> {
  const open = async (side: Side) => openSide(targets[side], deadline);
  const opened = await Promise.all(SIDES.map(open));
  const [ledger, auditor] = opened.map(side =>
    collectSide(side, { collectors: COLLECTORS, progress }),
  ) as [Collection, Collection];
  const facts = { ledger: ledger.facts, auditor: auditor.facts };
  const unasked = probe ? interrupted(NOT_YET) : read(undefined, 'the inputs');
  for (const side of SIDES) facts[side].probes = unasked;
  const bothRead = Promise.all([ledger.done, auditor.done]);
  return {
    facts,
    done: finish(bothRead, { opened, facts, progress, probe }),
  };
}

/** What begins once both sides were read, and what ends then. */
async function finish(
  done: Promise<unknown>,
  {
    opened,
    facts,
    progress,
    probe,
  }: Pick<PairOptions, 'progress' | 'probe'> & {
    opened: readonly OpenSide[];
    facts: Record<Side, SideLiveFacts>;
  },
): Promise<void> {
  await done;
  if (probe) {
    const { probe: ask } = await import('./kubernetes/probe');
    await Promise.all(
      opened.map(async open => {
        if (open.signal.aborted) return;
        const { side } = open.target;
        facts[side].probes = await ask(open, { facts, ...probe });
        progress?.(side, 'probes');
      }),
    );
  }
  opened.forEach(side => side.close());
}

/** Names of the facts whose reading ended half-way, or never began. */
export function interruptedFacts(facts: SideLiveFacts): LiveFactName[] {
  return (Object.keys(facts) as LiveFactName[]).filter(name => {
    const fact = facts[name];
    return !fact.ok && fact.interrupted;
  });
}
