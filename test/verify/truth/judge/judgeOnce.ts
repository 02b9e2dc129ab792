import {
  type Fact,
  liveReport,
  parseEnvironment,
  settingsOf,
  type Side,
  type SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collectPair } from '@scalardl-on-eks/verify-guidelines/src/collect/collectPair';
import type { SideTarget } from '@scalardl-on-eks/verify-guidelines/src/collect/sideAccess';
import type { Judged } from './verdicts.ts';

/** What one judgement is about. */
export interface JudgeRequest {
  readonly targets: Readonly<Record<Side, SideTarget>>;
  /** The text of a `scalardl.yaml`. */
  readonly environment: string;
}

/** A busy machine must not cut a reading short. */
const PATIENCE_MILLISECONDS = 5 * 60_000;

/** Reads both sides and judges them: the product's own live run without its inputs and outputs. */
export async function judgeOnce({
  targets,
  environment,
}: JudgeRequest): Promise<Judged> {
  const parsed = parseEnvironment(environment);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const startedAt = new Date();
  const { facts, done } = await collectPair(targets, {
    deadline: {
      at: startedAt.getTime() + PATIENCE_MILLISECONDS,
      setBy: 'the truth tests',
    },
  });
  await done;
  const { results } = liveReport(
    {
      today: startedAt.toISOString().slice(0, 10),
      now: startedAt.toISOString(),
      settings: settingsOf(parsed.environment),
      ...facts,
    },
    { tool: 'truth', startedAt, complete: true },
  );
  return {
    results,
    unread: {
      ledger: unreadOf(facts.ledger),
      auditor: unreadOf(facts.auditor),
    },
  };
}

function unreadOf(facts: SideLiveFacts): Record<string, string> {
  const all = Object.entries(facts) as [string, Fact<unknown>][];
  return Object.fromEntries(
    all.flatMap(([name, fact]) => (fact.ok ? [] : [[name, fact.reason]])),
  );
}
