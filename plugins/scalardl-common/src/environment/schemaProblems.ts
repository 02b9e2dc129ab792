import { z } from 'zod';
import type { Problem } from './problem';
import { describeReceived } from './received';
import { environmentSchema } from './schema';
import { keysOf, schemaAt } from './shape/schemaTree';
import { type KeyPath, formatKeyPath } from './source/keyPath';
import type { Source } from './source/readSource';
import { unknownKey } from './unknownKey';

type Issue = z.core.$ZodIssue;

/** Turns what the schema found into problems: one for every key, however many checks it failed. */
export function schemaProblems(
  issues: readonly Issue[],
  source: Source,
): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of issues) {
    for (const problem of toProblems(issue, source)) {
      if (!problems.has(problem.key)) problems.set(problem.key, problem);
    }
  }
  return [...problems.values()];
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
      expected: expectedOf(issue),
      received: describeReceived(received, written),
      remedy:
        quotesRemedy(issue, written ?? received) ?? remedy(path, received),
    },
  ];
}

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_value')
    return issue.values.map(String).join(' or ');
  if (issue.code === 'too_small' && issue.origin === 'array')
    return `a list of ${issue.minimum} or more`;
  if (issue.code === 'too_big' && issue.origin === 'array')
    return `a list of ${issue.maximum} or fewer`;
  if (issue.code === 'invalid_type') return expectedType(issue);
  return issue.message;
}

function expectedType(issue: z.core.$ZodIssueInvalidType): string {
  const keys = keysOf(schemaAt(environmentSchema, issue.path as KeyPath));
  if (keys.length > 0) return `a mapping with the keys ${keys.join(', ')}`;
  if (issue.expected === 'record') return 'a mapping';
  if (issue.expected === 'array') return 'a list';
  if (issue.expected === 'boolean') return 'true or false';
  return issue.message;
}

/** YAML reads 1.30 as a number and "3" as a text; only the quotes are wrong then. */
function quotesRemedy(issue: Issue, written: unknown): string | undefined {
  if (issue.code !== 'invalid_type' || typeof written !== 'string')
    return undefined;
  if (issue.expected === 'string' && /^[\d.]+$/.test(written))
    return `Put it in quotes: "${written}".`;
  const fits: Record<string, RegExp> = {
    int: /^\d+$/,
    number: /^\d+$/,
    boolean: /^(?:true|false)$/,
  };
  return fits[issue.expected]?.test(written)
    ? `Remove the quotes: ${written}.`
    : undefined;
}

function remedy(path: KeyPath, received: unknown): string {
  const key = formatKeyPath(path) || 'the file';
  const schema = schemaAt(environmentSchema, path);
  const meaning = schema instanceof z.ZodType ? schema.description : undefined;
  const verb = received === undefined ? 'Add' : 'Correct';
  return meaning ? `${verb} ${key}: ${meaning}` : `${verb} ${key}.`;
}
