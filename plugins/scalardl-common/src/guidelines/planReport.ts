import type { PlanFacts } from '../facts/planFacts';
import type { Report } from '../report/report';
import { guidelines } from '.';
import { judgePlan } from './judge';

/** Judges the facts of the plan stage by every guideline; `tool` is the name and version of the program. */
export function planReport(
  facts: PlanFacts,
  { tool, startedAt }: { tool: string; startedAt: Date },
): Report {
  const environment = facts.environment.ok
    ? facts.environment.value?.metadata.name
    : undefined;
  return {
    schemaVersion: 1,
    ...(environment === undefined ? {} : { environment }),
    tool,
    startedAt: startedAt.toISOString(),
    complete: true,
    results: judgePlan(guidelines, facts),
  };
}
