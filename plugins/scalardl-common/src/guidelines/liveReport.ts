import type { LiveFacts } from '../facts/live';
import type { Report } from '../report/report';
import { guidelines } from '.';
import { judgeLive } from './judge';

/** What a live report says beside its results. */
export interface LiveRun {
  /** Name of the environment, where it has one. */
  environment?: string;
  /** Name and version of the program that judged. */
  tool: string;
  startedAt: Date;
  /** False where the run ended before everything was read. */
  complete: boolean;
}

/** Judges the facts of the live stage by every guideline. */
export function liveReport(facts: LiveFacts, run: LiveRun): Report {
  const { environment, tool, startedAt, complete } = run;
  return {
    schemaVersion: 1,
    ...(environment === undefined ? {} : { environment }),
    tool,
    startedAt: startedAt.toISOString(),
    complete,
    results: judgeLive(guidelines, facts),
  };
}
