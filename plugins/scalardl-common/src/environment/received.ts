/** Longest piece of the file that a message repeats. */
const LONGEST = 80;

/** What stands after "received" where the file has no such key. */
export const NOTHING = 'nothing';

/** Says what a value is, for the phrase after "received"; passwords are never repeated. */
export function describeReceived(value: unknown, written?: string): string {
  if (value === undefined) return NOTHING;
  if (value === null) return 'an empty value';
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return quote(value);
  return `${typeof value === 'number' ? 'the number ' : ''}${written ?? String(value)}`;
}

function list(value: unknown[]): string {
  if (value.length === 0) return 'an empty list';
  return `a list of ${value.length}`;
}

/** A text in double quotes, shortened and without passwords. */
export function quote(value: string): string {
  const safe = hidePassword(value);
  const short = safe.length > LONGEST ? `${safe.slice(0, LONGEST - 1)}…` : safe;
  return JSON.stringify(short);
}

/** Hides what stands before an `@` and after `password=`, in a URL or in a connection string. */
export function hidePassword(value: string): string {
  return value
    .replace(/^.*@/s, '***@')
    .replace(/(pass(?:word|wd)?|pwd|secret)(\s*=\s*)[^&;,\s]*/gi, '$1$2***');
}
