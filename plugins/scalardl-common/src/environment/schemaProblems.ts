import * as z from 'zod';
import { expectationOf } from './expectation';
import type { Problem } from './problem';
import { NOTHING, describeReceived } from './received';
import { repair } from './repair';
import { environmentSchema } from './schema';
import { schemaAt } from './shape/schemaTree';
import { type KeyPath, formatKeyPath } from './source/keyPath';
import type { Source } from './source/readSource';
import { meantKeys, unknownKey } from './unknownKey';

type Issue = z.core.$ZodIssue;

/** Turns what the schema found into problems: one for every key, however many checks it failed. */
export function schemaProblems(
  issues: readonly Issue[],
  source: Source,
): Problem[] {
  const renamed = new Set(issues.flatMap(renamedKeys));
  const problems = new Map<string, Problem>();
  for (const problem of issues.flatMap(issue => toProblems(issue, source))) {
    const { key, received } = problem;
    const isTold = received === NOTHING && renamed.has(key);
    if (!isTold && !problems.has(key)) problems.set(key, problem);
  }
  return [...problems.values()];
}

/** The keys that are missing only because another one was meant to be them. */
function renamedKeys(issue: Issue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = issue.path as KeyPath;
  return issue.keys
    .map(key => meantKeys(path, key))
    .flatMap(([meant, ...others]) =>
      meant && others.length === 0 ? [formatKeyPath([...path, meant])] : [],
    );
}

function toProblems(issue: Issue, source: Source): Problem[] {
  const path = issue.path as KeyPath;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      ...source.locate([...path, key]),
      key: formatKeyPath([...path, key]),
      ...unknownKey(path, key),
    }));
  const received = source.get(path);
  const written = source.written(path);
  return [
    {
      ...source.locate(path),
      key: formatKeyPath(path),
      expected: expectationOf(issue, environmentSchema),
      received: describeReceived(received, written),
      remedy: remedy(path, { received, written }),
    },
  ];
}

function remedy(
  path: KeyPath,
  value: { received: unknown; written?: string },
): string {
  const { received, written } = value;
  const key = formatKeyPath(path) || 'the file';
  const meaning = meaningOf(path);
  if (received === undefined)
    return meaning ? `Add ${key}: ${meaning}` : `Add ${key}.`;
  const schema = schemaAt(environmentSchema, path);
  const repaired = schema && repair(schema, received, written);
  if (repaired) return repaired;
  return meaning ? `Correct ${key}: ${meaning}` : `Correct ${key}.`;
}

/** What the key means; an item of a list means what the list means. */
function meaningOf(path: KeyPath): string | undefined {
  const ofItem = typeof path.at(-1) === 'number';
  const schema = schemaAt(environmentSchema, ofItem ? path.slice(0, -1) : path);
  return schema instanceof z.ZodType ? schema.description : undefined;
}
