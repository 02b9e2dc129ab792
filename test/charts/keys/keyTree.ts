/** Kind of a value in a chart's values file. A `map` takes any keys, a `list` any entries. */
export type Kind = 'string' | 'number' | 'boolean' | 'null' | 'list' | 'map';

/** The keys that a chart reads: what its values file says, with every value replaced by its kind. */
export interface KeyTree {
  [key: string]: Kind | KeyTree;
}

/** The keys of a values file. An empty mapping in it is free-form: `map`. */
export function keyTree(values: unknown): Kind | KeyTree {
  const kind = kindOf(values);
  if (kind !== 'map') return kind;
  const entries = Object.entries(values as Record<string, unknown>);
  if (entries.length === 0) return 'map';
  return Object.fromEntries(
    entries.map(([key, value]) => [key, keyTree(value)]),
  );
}

/** Both trees in one; where they differ in kind, the second one counts. */
export function mergeKeys(
  first: Kind | KeyTree | undefined,
  second: Kind | KeyTree,
): Kind | KeyTree {
  if (typeof first !== 'object' || typeof second !== 'object') return second;
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(
    keys.map(key => {
      const added = second[key];
      const known = first[key];
      return [
        key,
        added === undefined ? (known ?? 'null') : mergeKeys(known, added),
      ];
    }),
  );
}

/** Keys of the values that the chart does not read, or reads as another kind; each with its path. */
export function unreadKeys(
  values: unknown,
  known: Kind | KeyTree | undefined,
  path = '',
): string[] {
  if (known === undefined) return [`${path}: the chart has no such key`];
  const kind = kindOf(values);
  const expected = typeof known === 'object' ? 'map' : known;
  // A default of null tells nothing about what the chart takes.
  if (expected !== 'null' && kind !== expected) {
    return [`${path}: the chart has a ${expected}, received a ${kind}`];
  }
  if (typeof known !== 'object') return [];
  return Object.entries(values as Record<string, unknown>).flatMap(
    ([key, value]) =>
      unreadKeys(value, known[key], path === '' ? key : `${path}.${key}`),
  );
}

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'number' || typeof value === 'boolean') {
    return typeof value as 'number' | 'boolean';
  }
  return 'string';
}
