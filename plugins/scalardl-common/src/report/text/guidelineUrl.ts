import { printable } from './printable';

const DOCUMENTS =
  'https://github.com/scalardl-on-eks/scalardl-on-eks/blob/main/plugins/scalardl-common/src/guidelines';

/** The page of a guideline: why it is there, what passes and fails, and its source in the ScalarDL documents. */
export function guidelineUrl(id: string): string {
  // Parentheses would end the target of a Markdown link.
  const name = encodeURIComponent(printable(id)).replace(/[()]/g, character =>
    character === '(' ? '%28' : '%29',
  );
  return `${DOCUMENTS}/${name}/doc.md`;
}
