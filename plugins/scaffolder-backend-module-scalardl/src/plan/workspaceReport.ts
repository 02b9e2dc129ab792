import {
  type Report,
  planReport,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { readRepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-node';
import { name, version } from '../../package.json';

/** Judges the files of a folder by every guideline that has a plan stage. */
export async function workspaceReport(
  directory: string,
  startedAt: Date,
): Promise<Report> {
  const facts = readPlanFacts(await readRepositoryFiles(directory), {
    today: startedAt.toISOString().slice(0, 10),
  });
  return planReport(facts, { tool: `${name} ${version}`, startedAt });
}
