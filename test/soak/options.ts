import { parseArgs } from 'node:util';

/** What a person asks of `npm run test:soak`. */
export interface SoakOptions {
  /** Only cases whose name contains one of these; all where it is empty. */
  patterns: readonly string[];
  /** Name of the first case to run; those before it are left out. */
  from?: string;
  /** Cases that passed in the last run are not run again. */
  resume: boolean;
  /** Writes the table of results. */
  write: boolean;
  /** Only prints the names. */
  list: boolean;
  /** Number of cases at a time. */
  worlds: number;
}

/** A cluster of the bed takes about half a gigabyte, and mostly waits. */
const WORLDS = '4';

/** @throws Error that says which arguments there are */
export function readOptions(args: readonly string[]): SoakOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      resume: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      worlds: { type: 'string', default: WORLDS },
    },
  });
  const worlds = Number(values.worlds);
  if (!Number.isInteger(worlds) || worlds < 1) {
    throw new Error(
      `--worlds: expected a whole number from 1, received ${JSON.stringify(values.worlds)}.`,
    );
  }
  return { ...values, worlds, patterns: positionals };
}

/** The cases that were asked for, in their order. */
export function chosen<Case extends { name: string }>(
  cases: readonly Case[],
  { patterns, from }: SoakOptions,
): Case[] {
  const first = from ? cases.findIndex(({ name }) => name === from) : 0;
  if (first < 0) {
    throw new Error(
      `--from: expected the name of a case, received ${JSON.stringify(from)}; --list prints them.`,
    );
  }
  return cases
    .slice(first)
    .filter(
      ({ name }) =>
        patterns.length === 0 ||
        patterns.some(pattern => name.includes(pattern)),
    );
}
