import { readFileSync, writeFileSync } from 'node:fs';

/** The list at the top level of a fixture, in either notation of YAML, with the lines that belong to it. */
const LIST = /^also:.*\n(?:(?:[ \]-].*)?\n)*/m;

/** Writes down which other guidelines the edits of a fixture change, and leaves the rest of the file as it is. */
export function writeAlso(path: string, also: readonly string[]): void {
  const text = readFileSync(path, 'utf8').replace(LIST, '').trimEnd();
  const items = also.map(id => `  - ${id}\n`).join('');
  writeFileSync(path, items ? `${text}\nalso:\n${items}` : `${text}\n`);
}
