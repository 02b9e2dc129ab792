/**
 * Control characters and what reorders or breaks text: terminal escapes, bidirectional overrides, halves
 * of surrogate pairs, code points that are no characters. XML 1.0 and terminals must not get them.
 */
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu;

/** Text of unknown origin on one line, with U+FFFD for what must not be printed. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().replace(UNPRINTABLE, '\uFFFD');
}

/** The same over several lines. */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(line => line.replace(/\t/g, '  ').replace(UNPRINTABLE, '\uFFFD'))
    .join('\n');
}

/** The first characters of a text, ending in an ellipsis where it was longer. */
export function shortened(text: string, maximum: number): string {
  // A character is at most two code units, so this never cuts what would have fitted.
  const characters = Array.from(text.slice(0, 2 * (maximum + 1)));
  if (characters.length <= maximum) return text;
  return `${characters.slice(0, maximum - 1).join('')}…`;
}
