import {
  type Fact,
  liveReport,
  parseEnvironment,
  settingsOf,
  type Side,
  type SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collectPair } from '@scalardl-on-eks/verify-guidelines/src/collect/collectPair';
import {
  INPUTS,
  understandInputs,
} from '@scalardl-on-eks/verify-guidelines/src/inputs';
import {
  type Pair,
  readPair,
} from '@scalardl-on-eks/verify-guidelines/src/live/pair';
import type { SideTarget } from '@scalardl-on-eks/verify-guidelines/src/collect/sideAccess';
import type { Judged } from './verdicts.ts';

/** What one judgement is about. */
export interface JudgeRequest {
  readonly targets: Readonly<Record<Side, SideTarget>>;
  /** The text of a `scalardl.yaml`. */
  readonly environment: string;
  /** The input `sides`, which beats targets and environment. */
  readonly sides?: string;
  readonly probe?: boolean;
}

/** A busy machine must not cut a reading short. */
const PATIENCE_MILLISECONDS = 5 * 60_000;

/** Reads both sides and judges them: the product's own live run without its inputs and outputs. */
export async function judgeOnce(request: JudgeRequest): Promise<Judged> {
  const { targets, settings } = await understand(request);
  const startedAt = new Date();
  const { facts, done } = await collectPair(targets, {
    deadline: {
      at: startedAt.getTime() + PATIENCE_MILLISECONDS,
      setBy: 'the truth tests',
    },
    probe: request.probe ? { settings } : undefined,
  });
  await done;
  const { results } = liveReport(
    {
      today: startedAt.toISOString().slice(0, 10),
      now: startedAt.toISOString(),
      settings,
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

async function understand({
  targets,
  environment,
  sides,
}: JudgeRequest): Promise<Pick<Pair, 'targets' | 'settings'>> {
  if (sides !== undefined) return readPair(understandInputs(inputsOf(sides)));
  const parsed = parseEnvironment(environment);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { targets, settings: settingsOf(parsed.environment) };
}

/** The inputs of the action, all others as they are by themselves. */
function inputsOf(sides: string): Record<keyof typeof INPUTS, string> {
  const defaults = Object.entries(INPUTS).map(([name, input]) => [
    name,
    'default' in input ? input.default : '',
  ]);
  return { ...Object.fromEntries(defaults), stage: 'live', sides };
}

function unreadOf(facts: SideLiveFacts): Record<string, string> {
  const all = Object.entries(facts) as [string, Fact<unknown>][];
  return Object.fromEntries(
    all.flatMap(([name, fact]) => (fact.ok ? [] : [[name, fact.reason]])),
  );
}
