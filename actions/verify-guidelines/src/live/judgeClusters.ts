import type { Deadline, RunContext } from '@scalardl-on-eks/action-toolkit';
import {
  type LiveFacts,
  type Report,
  SIDES,
  liveReport,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { version } from '../../package.json';
import { collectPair, interruptedFacts } from '../collect/collectPair';
import type { VerifyInputs } from '../inputs';
import type { Judgement } from '../judgement';
import { Draft } from './draft';
import { type Pair, readPair } from './pair';
import { pairPicture } from './picture';

/** How a live run began. */
export interface LiveStart extends RunContext {
  startedAt: Date;
}

/**
 * Reads both clusters and judges them by every guideline that has a live stage. It only reads, unless probes are asked for.
 *
 * @throws InputError where the environment file or the input `sides` cannot be used
 */
export async function judgeClusters(
  inputs: VerifyInputs,
  { startedAt, progress, signal }: LiveStart,
): Promise<Judgement> {
  const pair = await readPair(inputs);
  let touch = () => {};
  const collection = await collectPair(pair.targets, {
    deadline: deadlineOf(inputs, { startedAt, signal }),
    progress: () => touch(),
    probe: inputs.live.probe ? { settings: pair.settings } : undefined,
  });
  const facts: LiveFacts = {
    today: startedAt.toISOString().slice(0, 10),
    now: startedAt.toISOString(),
    settings: pair.settings,
    ...collection.facts,
  };
  const report = (complete: boolean): Report =>
    liveReport(facts, {
      environment: pair.environment,
      tool: `verify-guidelines ${version}`,
      startedAt,
      complete,
    });
  const draft = new Draft(inputs.reportDirectory, () => report(false));
  touch = () => draft.touch();
  await draft.begin();
  await collection.done;
  await draft.end();
  progress.line(announcement(pair, facts));
  const isComplete = SIDES.every(
    side => interruptedFacts(facts[side]).length === 0,
  );
  return {
    problems: [],
    report: report(isComplete),
    picture: pairPicture(facts),
  };
}

function deadlineOf(
  { live }: VerifyInputs,
  { startedAt, signal }: Pick<LiveStart, 'startedAt' | 'signal'>,
): Deadline {
  const { timeoutMinutes: minutes } = live;
  return {
    at: startedAt.getTime() + minutes * 60_000,
    setBy: `timeout: ${minutes} minute${minutes === 1 ? '' : 's'}`,
    signal,
  };
}

/** What was read, in one line. */
function announcement({ targets }: Pair, facts: LiveFacts): string {
  const parts = SIDES.map(side => {
    const all = Object.values(facts[side]);
    const read = all.filter(({ ok }) => ok).length;
    return `${targets[side].cluster}: ${read} of ${all.length} sources`;
  });
  return `Read ${parts.join('; ')}.`;
}
