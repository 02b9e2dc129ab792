import { type Fact, read, unreadable } from './fact';
import { isRecord } from './plain/plain';
import {
  type SourceDocument,
  readSourceDocument,
  readSourceDocuments,
} from './sourceDocument';
import type { Dialect } from './yaml/dialect';

/** Repository-relative POSIX paths with the text of each file. */
export type RepositoryFiles = Readonly<Record<string, string>>;

/** The text of a file, `undefined` where it is not there. */
export function textOf(
  files: RepositoryFiles,
  path: string,
): string | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined;
}

/** A file that holds one map of keys. */
export function readMap(
  files: RepositoryFiles,
  path: string,
): Fact<SourceDocument> {
  const text = textOf(files, path);
  if (text === undefined) return unreadable(`${path} is not there`);
  const document = readSourceDocument(path, text);
  if (!document.ok || isRecord(document.value.value)) return document;
  return unreadable(`${path} holds no map of keys`);
}

/** Files that each program reads of a folder: kubectl takes JSON for what it is, a kind of YAML. */
const EXTENSIONS: Readonly<Record<Dialect, RegExp>> = {
  kubernetes: /\.(?:ya?ml|json)$/,
  github: /\.ya?ml$/,
};

/** Every document of the files directly in a folder, in the order of their paths. */
export function readFolder(
  files: RepositoryFiles,
  folder: string,
  dialect: Dialect,
): Fact<SourceDocument[]> {
  const facts = Object.keys(files)
    .filter(path => isIn(folder, path) && EXTENSIONS[dialect].test(path))
    .sort()
    .map(path => readSourceDocuments(path, files[path] ?? '', { dialect }));
  const reasons = facts.flatMap(fact => (fact.ok ? [] : [fact.reason]));
  if (reasons.length > 0) return unreadable(reasons.join('; '));
  return read(
    facts.flatMap(fact => (fact.ok ? fact.value : [])),
    folder,
  );
}

function isIn(folder: string, path: string): boolean {
  return (
    path.startsWith(`${folder}/`) &&
    !path.slice(folder.length + 1).includes('/')
  );
}
