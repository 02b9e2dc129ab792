import { posix } from 'node:path';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import {
  ENVIRONMENT_FILE,
  type Location,
  type PlanFacts,
  type Problem,
  type RepositoryFiles,
  type Result,
  parseEnvironment,
  planReport,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  RepositoryError,
  readRepositoryFiles,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { version } from '../../package.json';
import type { Subject } from '../inputs';
import type { Judgement } from '../judgement';
import { readSideFiles } from './sideFiles';
import { pathsOf, readSides } from './sides';

/**
 * Reads the files and judges them by every guideline that has a plan stage.
 *
 * @throws InputError where the input `sides` or the files cannot be read
 */
export async function judgeFiles(
  subject: Subject,
  startedAt: Date,
): Promise<Judgement> {
  const { facts, problems } = await read(
    subject,
    startedAt.toISOString().slice(0, 10),
  );
  const tool = `verify-guidelines ${version}`;
  const report = planReport(facts, { tool, startedAt });
  return {
    problems,
    report: { ...report, results: inRepository(report.results, subject) },
  };
}

async function read(
  subject: Subject,
  today: string,
): Promise<{ facts: PlanFacts; problems: Problem[] }> {
  if (subject.form === 'sides') {
    const sides = readSides(subject.text);
    const files = await readSideFiles(sides);
    const paths = pathsOf(sides);
    return { facts: readPlanFacts(files, { today, paths }), problems: [] };
  }
  const files = await readRepository(subject.root);
  return {
    facts: readPlanFacts(files, { today }),
    problems: problemsOf(files, posix.join(subject.root, ENVIRONMENT_FILE)),
  };
}

async function readRepository(root: string): Promise<RepositoryFiles> {
  try {
    const files = await readRepositoryFiles(root);
    if (Object.hasOwn(files, ENVIRONMENT_FILE)) return files;
  } catch (cause) {
    if (!(cause instanceof RepositoryError)) throw cause;
    throw new InputError([`environment: ${cause.message}`], { cause });
  }
  throw new InputError([
    `environment: expected a file ${posix.join(root, ENVIRONMENT_FILE)}, found none; name the right one, or give sides instead.`,
  ]);
}

/** Without the date, because guidelines judge what is out of date and say so by name. */
function problemsOf(files: RepositoryFiles, file: string): Problem[] {
  const parsed = parseEnvironment(files[ENVIRONMENT_FILE] ?? '', { file });
  return parsed.ok ? [] : parsed.problems;
}

/** Places are counted from the folder of the environment file; GitHub wants them from the checkout. */
function inRepository(results: Result[], subject: Subject): Result[] {
  if (subject.form === 'sides' || subject.root === '.') return results;
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
