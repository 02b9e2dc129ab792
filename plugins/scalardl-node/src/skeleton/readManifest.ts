import { parse } from 'yaml';

/** The person-owned paths that a skeleton's manifest lists. */
export function readPersonOwned(text: string): string[] {
  const value: unknown = parse(text);
  const list =
    typeof value === 'object' && value !== null && 'personOwned' in value
      ? value.personOwned
      : undefined;
  if (
    !Array.isArray(list) ||
    !list.every((path): path is string => typeof path === 'string')
  ) {
    throw new TypeError(
      'Expected skeleton.yaml to hold personOwned, a list of paths.',
    );
  }
  return list;
}
