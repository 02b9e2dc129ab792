import { isDeepStrictEqual } from 'node:util';
import { Document, isCollection, isMap, isNode, isPair, isScalar } from 'yaml';
import { mergeOverlay } from './overlay';

type Key = string | number;

/** A comment above one key, naming the guideline that asks for the line where there is one. */
export interface Comment {
  at: readonly Key[];
  guideline?: string;
  text: string;
}

/** A YAML document as data, with the comments that explain its surprising lines. */
export interface YamlContent {
  data: Record<string, unknown>;
  comments?: readonly Comment[];
}

/**
 * Writes one or more YAML documents. Every scalar is quoted where YAML 1.1 or 1.2 would read it as
 * something else than the given value, because eksctl and Helm read YAML 1.1.
 */
export function yamlText(
  header: string,
  contents: readonly YamlContent[],
): string {
  const documents = contents.map(({ data, comments }) =>
    documentText(data, comments ?? []),
  );
  return `${commentLines(header)}${documents.join('---\n')}`;
}

/**
 * The content with the overlay merged in. A comment stays only where the overlay left the line's value
 * as it was, because it speaks about that value.
 */
export function overlaid(
  content: YamlContent,
  overlay: Record<string, unknown> | undefined,
): YamlContent {
  if (overlay === undefined) return content;
  const data = mergeOverlay(content.data, overlay) as Record<string, unknown>;
  return {
    data,
    comments: content.comments?.filter(({ at }) =>
      isDeepStrictEqual(valueAt(content.data, at), valueAt(data, at)),
    ),
  };
}

function documentText(
  data: Record<string, unknown>,
  comments: readonly Comment[],
): string {
  const document = new Document(data, {
    aliasDuplicateObjects: false,
    compat: 'yaml-1.1',
  });
  for (const comment of comments) attach(document, comment);
  return document.toString({ lineWidth: 0, doubleQuotedAsJSON: true });
}

function attach(document: Document, comment: Comment): void {
  const { at, guideline, text } = comment;
  const parent = document.getIn(at.slice(0, -1), true);
  const key = at[at.length - 1];
  const line = guideline ? ` ${guideline}: ${text}` : ` ${text}`;
  if (isMap(parent)) {
    const pair = parent.items.find(
      item => isPair(item) && isScalar(item.key) && item.key.value === key,
    );
    if (pair && isScalar(pair.key)) pair.key.commentBefore = line;
    return;
  }
  const item = isCollection(parent) ? parent.get(key, true) : undefined;
  if (isNode(item)) item.commentBefore = line;
}

function valueAt(data: unknown, at: readonly Key[]): unknown {
  return at.reduce<unknown>(
    (parent, key) =>
      typeof parent === 'object' && parent !== null
        ? (parent as Record<Key, unknown>)[key]
        : undefined,
    data,
  );
}

function commentLines(text: string): string {
  return text
    .split('\n')
    .map(line => `# ${line}\n`)
    .join('');
}
