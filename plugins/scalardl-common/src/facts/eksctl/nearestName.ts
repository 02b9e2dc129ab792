import { closest, distance } from 'fastest-levenshtein';

/** The known name that differs by a third of its letters at most, capital letters aside. */
export function nearestName(
  name: string,
  known: readonly string[],
): string | undefined {
  const small = name.toLowerCase();
  const same = known.find(candidate => candidate.toLowerCase() === small);
  if (same || known.length === 0) return same;
  const near = closest(name, known);
  return distance(name, near) <= Math.floor(near.length / 3) ? near : undefined;
}
