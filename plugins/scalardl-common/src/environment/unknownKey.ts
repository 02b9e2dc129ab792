import { closest, distance } from 'fastest-levenshtein';
import type { Problem } from './problem';
import { environmentSchema } from './schema';
import { eachKey, keysOf, schemaAt } from './shape/schemaTree';
import { type KeyPath, formatKeyPath } from './source/keyPath';

type Words = Pick<Problem, 'expected' | 'received' | 'remedy'>;

/** Says what a mapping knows, and which key was probably meant. */
export function unknownKey(parent: KeyPath, key: string): Words {
  const known = keysOf(schemaAt(environmentSchema, parent));
  return {
    expected: `one of the keys ${known.join(', ')}`,
    received: `the unknown key ${key}`,
    remedy: remedy({ parent, key, known }),
  };
}

function remedy(unknown: {
  parent: KeyPath;
  key: string;
  known: string[];
}): string {
  const { parent, key, known } = unknown;
  const near = misspelt(key, known);
  if (near) return `Rename it to ${near}.`;
  const longer = known.filter(name =>
    name.toLowerCase().includes(key.toLowerCase()),
  );
  if (longer.length > 0) return `Rename it to ${longer.join(' or ')}.`;
  const place = elsewhere(formatKeyPath(parent), key);
  return place ? `Move it: it belongs at ${place}.` : 'Remove it.';
}

/** The known key that differs by a third of its letters at most. */
function misspelt(key: string, known: string[]): string | undefined {
  const same = known.find(name => name.toLowerCase() === key.toLowerCase());
  if (same) return same;
  const near = closest(key, known);
  return distance(key, near) <= Math.floor(near.length / 3) ? near : undefined;
}

/** Where the format has a key of this name: beneath the same mapping if possible, else only if there is one place. */
function elsewhere(parent: string, key: string): string | undefined {
  const places: string[] = [];
  eachKey(environmentSchema, path => {
    if (path.split('.').at(-1) === key) places.push(path);
  });
  const beneath = places.find(
    path => parent !== '' && path.startsWith(`${parent}.`),
  );
  return beneath ?? (places.length === 1 ? places[0] : undefined);
}
