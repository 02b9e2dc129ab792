import { stringify } from 'yaml';

/** Text that a quoting function has already made safe for its place. */
export class Quoted {
  constructor(readonly text: string) {}
}

/** Writes one value in the language of a file. */
export type Language = (value: unknown) => string;

/**
 * How a template's `<%= value %>` is written, by the extension of the file that it renders to.
 * A value that no language here can carry fails the rendering, so that nothing is written unquoted.
 */
export function languageOf(path: string): Language {
  const extension = /\.([a-z]+)(?:\.eta)?$/.exec(path)?.[1];
  if (extension === 'yaml' || extension === 'yml') return yamlValue;
  if (extension === 'md') return markdownValue;
  return value => {
    if (value instanceof Quoted) return value.text;
    throw new TypeError(
      `Expected a quoted value in ${path}, received ${typeof value}; this kind of file has no quoting of its own.`,
    );
  };
}

/** A YAML scalar or flow sequence that is also safe inside a GitHub workflow: no expression survives. */
function yamlValue(value: unknown): string {
  if (value instanceof Quoted) return value.text;
  if (typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  if (typeof value === 'string') return yamlString(value);
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(', ')}]`;
  throw new TypeError(`Expected a scalar or a list, received ${typeof value}.`);
}

/** Plain where that is one safe word or phrase, else JSON, which is YAML, in printable ASCII. */
function yamlString(value: string): string {
  if (/^[A-Za-z0-9](?:[A-Za-z0-9 ._/@-]*[A-Za-z0-9])?$/.test(value)) {
    return stringify(value, { compat: 'yaml-1.1', lineWidth: 0 }).trimEnd();
  }
  return JSON.stringify(value.replaceAll('${{', "${{ '${{' }}")).replace(
    /[^\x20-\x7e]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function markdownValue(value: unknown): string {
  if (value instanceof Quoted) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return markdownText(value);
  throw new TypeError(`Expected text or a number, received ${typeof value}.`);
}

/** Text in a Markdown paragraph or table cell: every mark that could mean something is escaped. */
function markdownText(value: string): string {
  return oneLine(value)
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>$]/g, character => `\\${character}`)
    .replace(/^(\d*)([-=.])/, '$1\\$2');
}

/** Inline code in Markdown, also in a table cell. */
export function code(value: string): Quoted {
  const text = oneLine(value).replaceAll('|', '\\|');
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  const padding = runs.length > 0 ? ' ' : '';
  return new Quoted(`${fence}${padding}${text}${padding}${fence}`);
}

/** A label in a Mermaid diagram; what Mermaid or HTML would read is written as an entity code. */
export function mermaid(...lines: string[]): Quoted {
  const text = lines.map(line =>
    oneLine(line).replace(
      /[^A-Za-z0-9 .,:/_-]/gu,
      character => `#${character.codePointAt(0)};`,
    ),
  );
  return new Quoted(`"${text.join('<br/>')}"`);
}

/** One word of a POSIX shell, for commands that a reader copies. */
export function shellWord(value: string): Quoted {
  const text = oneLine(value);
  return new Quoted(
    /^[A-Za-z0-9._/:@%+=-]+$/.test(text)
      ? text
      : `'${text.replaceAll("'", "'\\''")}'`,
  );
}

function oneLine(value: string): string {
  return value.replace(/[\p{C}\u2028\u2029]+/gu, ' ');
}
