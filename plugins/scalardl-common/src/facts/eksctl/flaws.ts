import { compareVersions } from '../../environment/support';
import { isRecord } from '../plain/plain';
import type { Key } from '../sourceDocument';
import { nearestName } from './nearestName';
import { sinceRelease } from './newerKeys';
import { type Shape, keysOf } from './shapeType';
import { SIMPLE_TYPES } from './simpleTypes';

/** Something in a ClusterConfig that eksctl would not read as written. */
export interface Flaw {
  path: Key[];
  /** `true` where only a newer eksctl than the shape's may know it. */
  perhapsNewer?: boolean;
  expected: string;
  observed: string;
}

interface Place {
  shape: Shape;
  /** The release of eksctl that will read the file. */
  release: string;
  path: Key[];
}

/** Everything in the value that the release of eksctl refuses or drops when it reads the file. */
export function flawsOf(
  value: unknown,
  { shape, release }: Pick<Place, 'shape' | 'release'>,
): Flaw[] {
  return flawsOfDefinition(value, 'ClusterConfig', {
    shape,
    release,
    path: [],
  });
}

function flawsOfDefinition(
  value: unknown,
  definition: string,
  place: Place,
): Flaw[] {
  if (!isRecord(value)) return [wrongType(value, 'a map of keys', place)];
  const keys = keysOf(place.shape, definition);
  const missing = [...keys]
    .filter(([key, { needed }]) => needed && isAbsent(value[key]))
    .map(([key]) => ({
      path: [...place.path, key],
      expected: `the key ${key}`,
      observed: `no ${key}`,
    }));
  const found = Object.entries(value).flatMap(([key, child]) => {
    const inner = { ...place, path: [...place.path, key] };
    const known = keys.get(key);
    const tooOld = newerThanRelease(child, { definition, key, place: inner });
    if (tooOld) return tooOld;
    return known
      ? flawsOfType(child, known.type, inner)
      : unknownKey(key, { definition, known: [...keys.keys()], place: inner });
  });
  return [...missing, ...found];
}

/** `undefined` where the release is new enough, or the key is not known to be new. */
function newerThanRelease(
  value: unknown,
  { definition, key, place }: { definition: string; key: string; place: Place },
): Flaw[] | undefined {
  const since = sinceRelease(definition, key, value);
  if (since === undefined || isAtLeast(place.release, since)) return undefined;
  const subject = keysOf(place.shape, definition).has(key)
    ? `${key}: ${String(value)}`
    : key;
  return [
    {
      path: place.path,
      expected: `eksctl ${since} or newer for ${isRecord(value) ? key : subject}`,
      observed: `eksctl ${place.release} is pinned`,
    },
  ];
}

function unknownKey(
  key: string,
  {
    definition,
    known,
    place,
  }: { definition: string; known: string[]; place: Place },
): Flaw[] {
  // Newer than the shape, and the release in use has it: its type is not known here.
  if (sinceRelease(definition, key, undefined)) return [];
  const near = nearestName(key, known);
  return [
    {
      path: place.path,
      perhapsNewer: !near && !isAtLeast(place.shape.version, place.release),
      expected: near ? `the key ${near}` : 'only keys that eksctl knows',
      observed: `the unknown key ${place.path.join('.')}`,
    },
  ];
}

function flawsOfType(value: unknown, type: string, place: Place): Flaw[] {
  // Go leaves a field at its default where the file says null.
  if (isAbsent(value)) return [];
  const alternatives = type
    .split('+')
    .map(one => flawsOfOne(value, one, place));
  const fewest = alternatives.reduce((best, flaws) =>
    flaws.length < best.length ? flaws : best,
  );
  return fewest;
}

function flawsOfOne(value: unknown, type: string, place: Place): Flaw[] {
  if (type.startsWith('[')) return flawsOfList(value, inside(type), place);
  if (type.startsWith('{')) return flawsOfMap(value, inside(type), place);
  if (type.startsWith('=')) {
    const texts = type.slice(1).split('|');
    if (typeof value === 'string' && texts.includes(value)) return [];
    return [wrongType(value, `one of ${texts.join(', ')}`, place)];
  }
  if (Object.hasOwn(place.shape.definitions, type))
    return flawsOfDefinition(value, type, place);
  const simple = SIMPLE_TYPES[type];
  if (!simple || simple.holds(value)) return [];
  return [wrongType(value, simple.title, place)];
}

function flawsOfList(value: unknown, type: string, place: Place): Flaw[] {
  if (!Array.isArray(value)) return [wrongType(value, 'a list', place)];
  return value.flatMap((item, index) =>
    flawsOfType(item, type, { ...place, path: [...place.path, index] }),
  );
}

function flawsOfMap(value: unknown, type: string, place: Place): Flaw[] {
  if (!isRecord(value)) return [wrongType(value, 'a map of keys', place)];
  return Object.entries(value).flatMap(([key, item]) =>
    flawsOfType(item, type, { ...place, path: [...place.path, key] }),
  );
}

const SHOWN = 60;

function wrongType(value: unknown, expected: string, { path }: Place): Flaw {
  const text = JSON.stringify(value) ?? String(value);
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return { path, expected, observed: `${path.join('.')} is ${shown}` };
}

function isAtLeast(release: string, minimum: string): boolean {
  return compareVersions(release, minimum) >= 0;
}

function inside(type: string): string {
  return type.slice(1, -1);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
