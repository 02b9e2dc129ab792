import {
  type Document,
  LineCounter,
  type YAMLError,
  parseAllDocuments,
} from 'yaml';
import type { Location } from '../../report/report';
import type { Problem } from '../problem';
import { type KeyPath, formatKeyPath } from './keyPath';
import { type PlainData, toPlainData } from './plainData';
import { type Position, deepest, exact } from './position';
import { valueAt } from './valueAt';

/** A YAML text as plain data that remembers where everything stands. */
export interface Source {
  value: unknown;
  /** The value under the path, `undefined` where there is none. */
  get(path: KeyPath): unknown;
  /** Where the deepest existing key on the way stands. */
  locate(path: KeyPath): Location;
  /** How a number, boolean or null was written, such as `1.30`. */
  written(path: KeyPath): string | undefined;
}

/** `source` is missing where the text is no single YAML document. */
export interface ReadSource {
  source?: Source;
  problems: Problem[];
}

/** Longest text that is read, in characters; a large environment has some ten thousand. */
export const MAXIMUM_CHARACTERS = 131_072;

/** Syntax errors that are told of one file. */
const MOST_SYNTAX_PROBLEMS = 20;

const EMPTY = {
  key: '',
  expected: 'an environment',
  received: 'an empty file',
  remedy: 'Write apiVersion, kind, metadata and spec.',
};

const OLD_YAML = {
  key: '',
  expected: 'YAML 1.2',
  received: 'the directive %YAML 1.1',
  remedy: 'Remove the directive.',
};

const SECOND = {
  key: '',
  expected: 'one YAML document',
  received: 'a second one',
  remedy: 'Keep one environment in a file.',
};

/** Reads a text that should hold one YAML 1.2 document of plain data. Never throws. */
export function readSource(text: string, file: string): ReadSource {
  const start = { file, line: 1, column: 1, key: '' };
  if (text.length > MAXIMUM_CHARACTERS) {
    return refuse({
      ...start,
      expected: `at most ${MAXIMUM_CHARACTERS} characters`,
      received: `${text.length}`,
      remedy: 'Shorten the file.',
    });
  }
  try {
    return readDocuments(text, file);
  } catch (error) {
    return refuse({
      ...start,
      expected: 'YAML that can be read',
      received: `a text on which the reader stops: ${reason(error)}`,
      remedy: 'Simplify the file: deep nesting is the usual cause.',
    });
  }
}

function readDocuments(text: string, file: string): ReadSource {
  const counter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
  });
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if ('empty' in documents) return refuse({ ...at(0), ...EMPTY });
  const errors = documents.flatMap(({ errors: hard, warnings }) => [
    ...hard,
    ...warnings,
  ]);
  if (errors.length > 0) return { problems: syntaxProblems(errors, at) };
  const [document, second] = documents;
  if (!document?.contents) return refuse({ ...at(0), ...EMPTY });
  if (document.directives?.yaml.version === '1.1')
    return refuse({ ...at(0), ...OLD_YAML });
  if (second) return refuse({ ...at(second.range[0]), ...SECOND });
  return fromDocument(document, at);
}

/** The first error of each line: those behind it mostly follow from it. */
function syntaxProblems(
  errors: readonly YAMLError[],
  at: (offset: number) => Location,
): Problem[] {
  const lines = new Map<number, Problem>();
  for (const error of errors) {
    const place = at(error.pos[0]);
    if (!lines.has(place.line) && lines.size < MOST_SYNTAX_PROBLEMS)
      lines.set(place.line, {
        ...place,
        key: '',
        expected: 'valid YAML 1.2',
        received: `what a YAML reader refuses (${reason(error)})`,
        remedy: 'Correct the YAML from here on; the rest is judged afterwards.',
      });
  }
  return [...lines.values()];
}

function fromDocument(
  document: Document,
  at: (offset: number) => Location,
): ReadSource {
  const data = toPlainData(document.contents, offset => at(offset).line);
  const problems = data.flaws.map(({ offset, path, ...flaw }) => ({
    ...at(offset),
    key: formatKeyPath(path),
    ...flaw,
  }));
  if (data.value === undefined) return { problems };
  return { source: toSource(data, at), problems };
}

function toSource(
  { value, position }: PlainData,
  at: (offset: number) => Location,
): Source {
  const written = (found: Position | undefined) => found?.written;
  return {
    value,
    get: path => valueAt(value, path),
    locate: path => at(deepest(position, path).offset),
    written: path => written(exact(position, path)),
  };
}

function refuse(problem: Problem): ReadSource {
  return { problems: [problem] };
}

function reason(error: unknown): string {
  // The reader descends once for every mapping and list inside another one.
  if (error instanceof Error && /call stack/i.test(error.message))
    return 'mappings and lists are nested too deeply';
  return error instanceof Error ? error.message : String(error);
}
