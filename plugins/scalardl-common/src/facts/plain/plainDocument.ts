import type { Key, SourceDocument } from '../sourceDocument';

/** Plain data in the form of a document; every place in it is the whole. */
export function plainDocument(value: unknown, path: string): SourceDocument {
  const whole = { file: path, line: 1, column: 1 };
  return {
    path,
    value,
    get: (...keys) => keys.reduce<unknown>(child, value),
    locate: () => whole,
    locateLine: () => whole,
  };
}

function child(parent: unknown, key: Key): unknown {
  return typeof parent === 'object' &&
    parent !== null &&
    Object.hasOwn(parent, key)
    ? (parent as Record<Key, unknown>)[key]
    : undefined;
}
