import type { Key, KeyPath } from './keyPath';

/** Where a value and the values beneath it stand in the text. */
export interface Position {
  /** Offset of the key, of the list item or of the document. */
  offset: number;
  /** A number, boolean or null as it was written. */
  written?: string;
  children: Map<Key, Position>;
}

/** The deepest position that exists on the way to a value. */
export function deepest(root: Position, path: KeyPath): Position {
  let position = root;
  for (const key of path) {
    const child = position.children.get(key);
    if (!child) return position;
    position = child;
  }
  return position;
}

/** The position of a value, `undefined` where the text does not hold it. */
export function exact(root: Position, path: KeyPath): Position | undefined {
  return path.reduce<Position | undefined>(
    (position, key) => position?.children.get(key),
    root,
  );
}
