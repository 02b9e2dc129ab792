import {
  Document,
  LineCounter,
  Scalar,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseAllDocuments,
} from 'yaml';
import type { Location } from '../report/report';
import { type Fact, read, unreadable } from './fact';
import { type Dialect, yamlOptions } from './yaml/dialect';

export type Key = string | number;

/** A YAML document that remembers where each key stands. */
export interface SourceDocument {
  path: string;
  /** The document as plain data. */
  value: unknown;
  /** The value under the keys, `undefined` where there is none. */
  get(...keys: Key[]): unknown;
  /** Where the deepest existing key on the way stands: the key itself if it is there, else its nearest parent. */
  locate(...keys: Key[]): Location;
  /**
   * Where a line of the text under the keys stands, counted from 0. Only a literal block (`|`) keeps its
   * lines in the file; of any other text this is where its value starts.
   */
  locateLine(line: number, ...keys: Key[]): Location;
}

/** Reads every document of one YAML file; a syntax error makes the whole file unreadable. */
export function readSourceDocuments(
  path: string,
  text: string,
  { dialect = 'kubernetes' }: { dialect?: Dialect } = {},
): Fact<SourceDocument[]> {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    ...yamlOptions(dialect),
    lineCounter,
    prettyErrors: true,
  });
  if ('empty' in documents) return read([], path);
  const error = documents.flatMap(document => document.errors)[0];
  if (error) return unreadable(`${path} is not valid YAML: ${error.message}`);
  try {
    const file = { path, text, lineCounter };
    return read(
      documents.map(document => toSourceDocument(document, file)),
      path,
    );
  } catch (cause) {
    // Aliases are resolved here: an unknown one, or so many that the file would grow without bound.
    return unreadable(`${path} is not valid YAML: ${(cause as Error).message}`);
  }
}

/** Reads a file that holds exactly one YAML document. */
export function readSourceDocument(
  path: string,
  text: string,
  options?: { dialect?: Dialect },
): Fact<SourceDocument> {
  const documents = readSourceDocuments(path, text, options);
  if (!documents.ok) return documents;
  const [document, ...others] = documents.value;
  if (!document || others.length > 0) {
    return unreadable(
      `${path} holds ${documents.value.length} YAML documents, expected one`,
    );
  }
  return read(document, path);
}

/** The part of a document under the keys, as a document of its own with the same positions. */
export function within(
  document: SourceDocument,
  ...keys: Key[]
): SourceDocument {
  return {
    path: document.path,
    value: document.get(...keys),
    get: (...more) => document.get(...keys, ...more),
    locate: (...more) => document.locate(...keys, ...more),
    locateLine: (line, ...more) => document.locateLine(line, ...keys, ...more),
  };
}

interface SourceFile {
  path: string;
  text: string;
  lineCounter: LineCounter;
}

function toSourceDocument(
  document: Document,
  file: SourceFile,
): SourceDocument {
  const value: unknown = document.toJS({ maxAliasCount: 100 });
  const locationAt = (offset: number): Location => {
    const { line, col } = file.lineCounter.linePos(offset);
    return { file: file.path, line, column: col };
  };
  return {
    path: file.path,
    value,
    get: (...keys) => getIn(value, keys),
    locate: (...keys) => locationAt(offsetOf(document, keys)),
    locateLine: (line, ...keys) => {
      const node = document.getIn(keys, true);
      const start = isNode(node) ? node.range?.[0] : undefined;
      if (start === undefined) return locationAt(offsetOf(document, keys));
      const isBlock = isScalar(node) && node.type === Scalar.BLOCK_LITERAL;
      return isBlock
        ? blockLine(file, locationAt(start).line + 1 + line)
        : locationAt(start);
    },
  };
}

/** A line of a literal block; its column is that of the first character that is no blank. */
function blockLine(
  { path, text, lineCounter }: SourceFile,
  line: number,
): Location {
  const start = lineCounter.lineStarts[line - 1] ?? text.length;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  return { file: path, line, column: indent + 1 };
}

function getIn(value: unknown, keys: readonly Key[]): unknown {
  return keys.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' &&
      parent !== null &&
      Object.hasOwn(parent, key)
        ? (parent as Record<Key, unknown>)[key]
        : undefined,
    value,
  );
}

/** Where the deepest existing key on the way begins, found in one walk: reports ask for many places. */
function offsetOf(document: Document, keys: readonly Key[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const key of keys) {
    const child = childOf(node, key);
    if (!child) break;
    offset = child.offset ?? offset;
    node = child.node;
  }
  return offset;
}

function childOf(
  parent: unknown,
  key: Key,
): { node: unknown; offset?: number } | undefined {
  if (isMap(parent)) {
    const pair = parent.items.find(item => isNamed(item.key, key));
    const start = isNode(pair?.key) ? pair.key : pair?.value;
    return pair && { node: pair.value, offset: startOf(start) };
  }
  const node = isSeq(parent) ? parent.items[Number(key)] : undefined;
  return node === undefined ? undefined : { node, offset: startOf(node) };
}

/** Turning every key into text would cost more than the rest of the walk. */
function isNamed(node: unknown, key: Key): boolean {
  const name = isScalar(node) ? node.value : node;
  return name === key || (typeof name !== 'string' && `${name}` === `${key}`);
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
