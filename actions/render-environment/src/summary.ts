import type { Change } from '@scalardl-on-eks/plugin-scalardl-node';
import { diffChanges } from '@scalardl-on-eks/plugin-scalardl-node';

const WORDS: Record<Change['change'], [check: string, write: string]> = {
  create: ['is missing', 'created'],
  update: ['differs', 'updated'],
  remove: ['is no longer rendered', 'removed'],
  keep: ['is current', 'kept'],
};

/** Bytes for what stands around the difference. */
const RESERVE = 400;

/** `differs: clusters/ledger.yaml`, a line a file that is not current. */
export function describeChanges(
  changes: readonly Change[],
  mode: 'check' | 'write',
): string[] {
  const index = mode === 'check' ? 0 : 1;
  return changes
    .filter(({ change }) => change !== 'keep')
    .map(({ change, path }) => `${WORDS[change][index]}: ${path}`);
}

/** The changes as Markdown: the list, then the difference as far as it fits. */
export function toMarkdown(
  changes: readonly Change[],
  { mode, maximumBytes }: { mode: 'check' | 'write'; maximumBytes: number },
): string {
  const lines = describeChanges(changes, mode);
  if (lines.length === 0) {
    return '## ✅ Every file is what `scalardl.yaml` renders to\n';
  }
  const list = lines.map(line => `- ${line}\n`).join('');
  const title =
    mode === 'check'
      ? `## ❌ ${lines.length} files are not what \`scalardl.yaml\` renders to`
      : `## ✅ ${lines.length} files written`;
  const room = maximumBytes - Buffer.byteLength(title + list) - RESERVE;
  return `${title}\n\n${list}\n${folded(diffChanges(changes), room)}`;
}

function folded(difference: string, room: number): string {
  const lines: string[] = [];
  let left = room;
  const all = difference.trimEnd().split('\n');
  for (const line of all) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const cut = all.length - lines.length;
  const rest = cut > 0 ? `\n${cut} more lines do not fit here.\n` : '';
  const fence = fenceFor(difference);
  return `<details><summary>Difference</summary>\n\n${fence}diff\n${lines.join('\n')}\n${fence}\n${rest}\n</details>\n`;
}

/** A fence longer than any run of backticks in the text, so that the text cannot end it. */
function fenceFor(text: string): string {
  const longest = Math.max(
    2,
    ...(text.match(/`+/g) ?? []).map(run => run.length),
  );
  return '`'.repeat(longest + 1);
}
