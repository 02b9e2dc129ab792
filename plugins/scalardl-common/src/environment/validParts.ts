import type { z } from 'zod';
import { type Environment, environmentSchema } from './schema';
import { isMapping, withDefaults } from './shape/schemaTree';
import type { Key, KeyPath } from './source/keyPath';

/** The type with everything beneath it possibly missing. */
export type Partly<T> = T extends readonly (infer Item)[]
  ? (Partly<Item> | undefined)[]
  : T extends object
    ? { [K in keyof T]?: Partly<T[K]> | undefined }
    : T;

/** What of an environment fits the schema; a part that does not fit is missing. */
export type ValidParts = Partly<Environment>;

type Issue = z.core.$ZodIssue;

/**
 * Keeps what fits the schema, with its defaults, so that rules over several keys still judge the sound
 * parts of a broken file. A broken list item leaves a gap: the items after it keep their place.
 */
export function validParts(
  value: unknown,
  issues: readonly Issue[],
): ValidParts {
  const filled = withDefaults(environmentSchema, value);
  if (!isMapping(filled)) return {};
  for (const issue of issues) {
    for (const path of brokenPaths(issue)) remove(filled, path);
  }
  return filled as ValidParts;
}

/** A mapping with an unknown key keeps its other keys. */
function brokenPaths(issue: Issue): KeyPath[] {
  const path = issue.path as Key[];
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map(key => [...path, key])
    : [path];
}

function remove(root: unknown, path: KeyPath): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => child(value, key), root);
  const last = path.at(-1);
  if (last !== undefined && typeof parent === 'object' && parent !== null)
    (parent as Record<Key, unknown>)[last] = undefined;
}

function child(value: unknown, key: Key): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<Key, unknown>)[key]
    : undefined;
}
