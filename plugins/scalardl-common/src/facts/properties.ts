import type { Location } from '../report/report';
import type { Key, SourceDocument } from './sourceDocument';

/** One line of a Java properties text. */
export interface Property {
  key: string;
  value: string;
  location: Location;
}

/** A Java properties text; where a key is repeated the last line wins, as in Java. */
export interface Properties {
  /** The effective value, `undefined` where the key is missing. */
  get(key: string): string | undefined;
  /** Where the effective line stands; the whole text where the key is missing. */
  locate(key: string): Location;
  /** The effective properties in the order of the text. */
  entries(): Property[];
}

/** Where a properties text stands. */
export interface PropertiesPlace {
  /** The key that holds the whole text. */
  whole: Location;
  /** Where a line of the text, counted from 0, stands in its file. */
  locateLine(line: number): Location;
}

/**
 * Reads a properties text (https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)):
 * comments, `=`, `:` or blank as separator, continued lines; escapes other than the line's end stay as they are.
 */
export function readProperties(
  text: string,
  { locateLine, whole }: PropertiesPlace,
): Properties {
  const effective = new Map<string, Property>();
  for (const { content, index } of logicalLines(text)) {
    const match = /^((?:\\.|[^\\=:\s])+)\s*[=:\s]?\s*(.*)$/s.exec(content);
    if (!match) continue;
    const [, key = '', value = ''] = match;
    effective.delete(key);
    effective.set(key, {
      key,
      value: value.trimEnd(),
      location: locateLine(index),
    });
  }
  return {
    get: key => effective.get(key)?.value,
    locate: key => effective.get(key)?.location ?? whole,
    entries: () => [...effective.values()],
  };
}

/** The properties text under the keys of a YAML document; `undefined` where there is no text. */
export function propertiesUnder(
  document: SourceDocument,
  ...keys: Key[]
): Properties | undefined {
  const text = document.get(...keys);
  if (typeof text !== 'string') return undefined;
  return readProperties(text, {
    whole: document.locate(...keys),
    locateLine: line => document.locateLine(line, ...keys),
  });
}

function logicalLines(text: string): { content: string; index: number }[] {
  const lines: { content: string; index: number }[] = [];
  let open: { content: string; index: number } | undefined;
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.trimStart();
    if (!open && (line === '' || line.startsWith('#') || line.startsWith('!')))
      return;
    const current = open
      ? { content: open.content + line, index: open.index }
      : { content: line, index };
    const continued = /(?:^|[^\\])(?:\\\\)*\\$/.test(current.content);
    open = continued
      ? { ...current, content: current.content.slice(0, -1) }
      : undefined;
    if (!open) lines.push(current);
  });
  if (open) lines.push(open);
  return lines;
}
