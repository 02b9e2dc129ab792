import type { Key, KeyPath } from './keyPath';

/** Something in the text that YAML allows and this file does not. */
export interface Flaw {
  offset: number;
  path: KeyPath;
  expected: string;
  received: string;
  remedy: string;
}

/** Where a flaw stands. */
export interface Spot {
  offset: number;
  path: KeyPath;
}

/** Values that one file may hold, counted after its aliases are followed. */
export const MAXIMUM_VALUES = 20_000;

/** Mappings and lists inside each other. */
export const MAXIMUM_DEPTH = 50;

/** Keys that would reach an object's prototype in code that merges mappings. */
export const FORBIDDEN_KEYS: readonly Key[] = [
  '__proto__',
  'constructor',
  'prototype',
];

export function tooManyValues(spot: Spot): Flaw {
  return {
    ...spot,
    expected: `at most ${MAXIMUM_VALUES} values, those that aliases repeat included`,
    received: 'more',
    remedy:
      'Write the values out instead of repeating anchors inside anchors, or shorten the file.',
  };
}

export function tooDeep({ offset, path }: Spot): Flaw {
  return {
    offset,
    path: path.slice(0, 5),
    expected: `at most ${MAXIMUM_DEPTH} mappings and lists inside each other`,
    received: 'more',
    remedy: 'Remove the nesting here.',
  };
}

export function unknownAnchor(spot: Spot, name: string): Flaw {
  return {
    ...spot,
    expected: 'an alias of an anchor that stands further up',
    received: `*${name}`,
    remedy: `Define &${name} before this line, or write the value out.`,
  };
}

export function endlessAlias(spot: Spot, name: string): Flaw {
  return {
    ...spot,
    expected: 'an alias outside of its own anchor',
    received: `*${name} inside &${name}`,
    remedy: 'Write the value out.',
  };
}

export function keyNotText(spot: Spot, received: string): Flaw {
  return {
    ...spot,
    expected: 'a text as key',
    received,
    remedy: 'Put the key in quotes, or remove it.',
  };
}

export function mergeKey(spot: Spot): Flaw {
  return {
    ...spot,
    expected: 'keys that are written out',
    received: 'the merge key <<, which YAML 1.2 does not have',
    remedy: 'Write the merged keys out.',
  };
}

export function forbiddenKey(spot: Spot, key: string): Flaw {
  return {
    ...spot,
    expected: `keys other than ${FORBIDDEN_KEYS.join(', ')}`,
    received: key,
    remedy: 'Remove the key: it could change objects of the program.',
  };
}

export function repeatedKey(spot: Spot, firstLine: number): Flaw {
  return {
    ...spot,
    expected: 'every key once',
    received: `the key that already stands on line ${firstLine}`,
    remedy: 'Remove one of the two.',
  };
}

export function notJson(spot: Spot, written: string): Flaw {
  return {
    ...spot,
    expected: 'a value that JSON can hold',
    received: written,
    remedy: 'Write a finite number, a text, true, false, a list or a mapping.',
  };
}
