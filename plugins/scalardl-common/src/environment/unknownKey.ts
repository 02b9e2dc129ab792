import { closest, distance } from 'fastest-levenshtein';
import type { Problem } from './problem';
import { environmentSchema } from './schema';
import { eachKey, keysOf, schemaAt } from './shape/schemaTree';
import { type KeyPath, formatKeyPath } from './source/keyPath';

type Words = Pick<Problem, 'expected' | 'received' | 'remedy'>;

/** Says what a mapping knows, and which key was probably meant. */
export function unknownKey(parent: KeyPath, key: string): Words {
  const known = knownKeys(parent);
  return {
    expected: `one of the keys ${known.join(', ')}`,
    received: `the unknown key ${key}`,
    remedy: remedy(parent, key),
  };
}

/** The keys beside it that may have been meant: one with a typing error, or longer ones that hold the word. */
export function meantKeys(parent: KeyPath, key: string): string[] {
  const known = knownKeys(parent);
  const near = misspelt(key, known);
  if (near) return [near];
  const words = wordsOf(key);
  return known.filter(name => wordsOf(name).includes(words));
}

function remedy(parent: KeyPath, key: string): string {
  const meant = meantKeys(parent, key);
  if (meant.length > 0) return `Rename it to ${meant.join(' or ')}.`;
  const place = elsewhere(formatKeyPath(parent), key);
  return place ? `Move it: it belongs at ${place}.` : 'Remove it.';
}

function knownKeys(parent: KeyPath): string[] {
  return keysOf(schemaAt(environmentSchema, parent));
}

/** `awsAccountId` as ` aws account id `, so that whole words are found in it. */
function wordsOf(key: string): string {
  return ` ${key.replace(/(?=[A-Z])/g, ' ').toLowerCase()} `;
}

/** The known key that differs by a third of its letters at most. */
function misspelt(key: string, known: string[]): string | undefined {
  const same = known.find(name => name.toLowerCase() === key.toLowerCase());
  if (same) return same;
  const near = closest(key, known);
  return distance(key, near) <= Math.floor(near.length / 3) ? near : undefined;
}

let placesOfKeys: Map<string, string[]> | undefined;

/** Every place where the format has a key of this name; list items stand as `[]`. */
function placesOf(key: string): string[] {
  if (!placesOfKeys) {
    placesOfKeys = new Map();
    for (const path of allKeys()) {
      const name = path.slice(path.lastIndexOf('.') + 1);
      placesOfKeys.set(name, [...(placesOfKeys.get(name) ?? []), path]);
    }
  }
  return placesOfKeys.get(key) ?? [];
}

function allKeys(): string[] {
  const keys: string[] = [];
  eachKey(environmentSchema, path => keys.push(path));
  return keys;
}

/** Where the key belongs: the nearest places beneath the same mapping, else the only one there is. */
function elsewhere(parent: string, key: string): string | undefined {
  const places = placesOf(key);
  const beneath = places.filter(
    path => parent !== '' && path.startsWith(`${parent}.`),
  );
  const nearest = Math.min(...beneath.map(depthOf));
  if (beneath.length > 0)
    return beneath.filter(path => depthOf(path) === nearest).join(' or ');
  return places.length === 1 ? places[0] : undefined;
}

function depthOf(path: string): number {
  return path.split('.').length;
}
