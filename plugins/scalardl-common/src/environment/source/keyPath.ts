/** A step on the way to a value: a key of a mapping or a place in a list. */
export type Key = string | number;

export type KeyPath = readonly Key[];

/** Writes a path as `spec.applications[0].cidrs`; a key that is no plain word stands in quotes. */
export function formatKeyPath(path: KeyPath): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    if (!/^[\w-]+$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}
