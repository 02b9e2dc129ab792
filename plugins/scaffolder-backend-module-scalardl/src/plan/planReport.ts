import {
  type Report,
  guidelines,
  judgePlan,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { readRepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-node';
import { name, version } from '../../package.json';

/** Judges the files of a folder by every guideline that has a plan stage. */
export async function planReport(
  directory: string,
  startedAt: Date,
): Promise<Report> {
  const files = await readRepositoryFiles(directory);
  const facts = readPlanFacts(files, {
    today: startedAt.toISOString().slice(0, 10),
  });
  return {
    schemaVersion: 1,
    environment: facts.environment.ok
      ? facts.environment.value?.metadata.name
      : undefined,
    tool: `${name} ${version}`,
    startedAt: startedAt.toISOString(),
    complete: true,
    results: judgePlan(guidelines, facts),
  };
}
