import { printableLines } from '../text/printable';

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // In an attribute a parser would turn a line break into a blank.
  '\n': '&#10;',
};

/** Text for an XML 1.0 attribute or element; what XML cannot hold at all becomes U+FFFD. */
export function escapeXml(text: string): string {
  return printableLines(text).replace(
    /[&<>"'\n]/g,
    character => REFERENCES[character] ?? character,
  );
}
