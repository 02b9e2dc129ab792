import { printable, shortened } from '../text/printable';

/** Longest text of unknown origin in one cell, in characters. */
const MAXIMUM_LENGTH = 400;

/**
 * What Markdown, HTML or GitHub's own extensions take for markup inside a line: emphasis, code, links, tags,
 * cells, mathematics, mentions, `:emoji:` and bare addresses.
 */
const MARKUP = /[&<>`*_~[\]|\\$@#]|:(?=\/\/|[\w+-]+:)|(?<=www)\./gi;

/**
 * Text of unknown origin for running text or a table cell: shown as it is, on one line, never as markup.
 * Character references are used because they are text in every context, a table cell included; a
 * zero-width space keeps `@team` and `#1` from notifying anybody.
 */
export function proseText(text: string): string {
  return encoded(text).replace(/&#(?:64|35);/g, '$&&#8203;');
}

/** The same in code font; GitHub looks for mentions everywhere but here, so nothing needs to be inserted. */
export function codeText(text: string): string {
  return `<code>${encoded(text)}</code>`;
}

function encoded(text: string): string {
  return shortened(printable(text), MAXIMUM_LENGTH).replace(
    MARKUP,
    character => `&#${character.charCodeAt(0)};`,
  );
}
