import {
  type Location,
  type PlanFacts,
  type Report,
  type Result,
  guidelines,
  judgePlan,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { readRepositoryFiles } from '@scalardl-on-eks/plugin-scalardl-node';
import { posix } from 'node:path';
import { version } from '../package.json';
import type { VerifyInputs } from './inputs';
import { pathsOf, selectFiles } from './sides';

/** Reads the files and judges them by every guideline that has a plan stage. */
export async function judge(
  subject: VerifyInputs['subject'],
  startedAt: Date,
): Promise<Report> {
  const today = startedAt.toISOString().slice(0, 10);
  const facts = await readFacts(subject, today);
  const environment = facts.environment.ok
    ? facts.environment.value?.metadata.name
    : undefined;
  return {
    schemaVersion: 1,
    ...(environment === undefined ? {} : { environment }),
    tool: `verify-guidelines ${version}`,
    startedAt: startedAt.toISOString(),
    complete: true,
    results: inRepository(judgePlan(guidelines, facts), subject),
  };
}

async function readFacts(
  subject: VerifyInputs['subject'],
  today: string,
): Promise<PlanFacts> {
  if (subject.kind === 'repository') {
    return readPlanFacts(await readRepositoryFiles(subject.root), { today });
  }
  const files = selectFiles(await readRepositoryFiles('.'), subject.sides);
  return readPlanFacts(files, { today, paths: pathsOf(subject.sides) });
}

/** Places are counted from the folder of the environment file; GitHub wants them from the checkout. */
function inRepository(
  results: Result[],
  subject: VerifyInputs['subject'],
): Result[] {
  if (subject.kind === 'sides' || subject.root === '.') return results;
  const { root } = subject;
  const move = <T extends { location?: Location }>(item: T): T =>
    item.location
      ? {
          ...item,
          location: {
            ...item.location,
            file: posix.join(root, item.location.file),
          },
        }
      : item;
  return results.map(result =>
    move({ ...result, subjects: result.subjects.map(move) }),
  );
}
