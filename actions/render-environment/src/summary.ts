import {
  STEP_SUMMARY_BYTES,
  codeText,
  printable,
  printableLines,
  proseText,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type Change,
  diffChanges,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { type Stamps, describeStamps } from './stamps';

/** What a comparison or a writing came to. */
export interface Rendering {
  mode: 'check' | 'write';
  stamps: Stamps;
  /** Every file that is not current, or was not before. */
  changed: readonly Change[];
}

const WORDS: Record<Change['change'], [check: string, write: string]> = {
  create: ['is missing', 'created'],
  update: ['differs', 'updated'],
  remove: ['is no longer rendered', 'removed'],
  keep: ['is current', 'kept'],
};

/** `1 file is`, `2 files are` */
export function countFiles(count: number): string {
  return count === 1 ? '1 file is' : `${count} files are`;
}

function word({ change }: Change, mode: Rendering['mode']): string {
  return WORDS[change][mode === 'check' ? 0 : 1];
}

/** The result for a terminal or a log: a line a file, then the difference. */
export function textOf({ mode, stamps, changed }: Rendering): string {
  if (changed.length === 0) return 'Every file is current.\n';
  const upgrade = describeStamps(stamps);
  const lines = changed.map(
    change => `${printable(change.path)}: ${word(change, mode)}`,
  );
  return [
    ...(upgrade ? [printable(upgrade)] : []),
    ...lines,
    '',
    printableLines(diffChanges(changed).trimEnd()),
    '',
  ].join('\n');
}

/** The result as Markdown: the list, then the difference as far as it fits. */
export function summaryOf(
  { mode, stamps, changed }: Rendering,
  maximumBytes: number = STEP_SUMMARY_BYTES,
): string {
  if (changed.length === 0) {
    return '## ✅ Every file is what scalardl.yaml renders to\n';
  }
  const title =
    mode === 'check'
      ? `## ❌ ${countFiles(changed.length)} not what scalardl.yaml renders to\n\n`
      : `## ✅ ${countFiles(changed.length)} now what scalardl.yaml renders to\n\n`;
  const upgrade = describeStamps(stamps);
  const list = changed.map(
    change => `- ${codeText(change.path)} ${word(change, mode)}\n`,
  );
  const start = `${title}${upgrade ? `${proseText(upgrade)}\n\n` : ''}${list.join('')}\n`;
  const room = maximumBytes - Buffer.byteLength(start);
  return start + folded(printableLines(diffChanges(changed)), room);
}

/** Bytes for the two fences and the sentence on what was cut. */
const RESERVE = 300;

function folded(difference: string, room: number): string {
  const fence = fenceFor(difference);
  const lines: string[] = [];
  let left = room - RESERVE - 2 * fence.length;
  const all = difference.trimEnd().split('\n');
  for (const line of all) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const cut = all.length - lines.length;
  const rest =
    cut > 0 ? `\n${cut} more lines do not fit here; the log has them.\n` : '';
  return `<details><summary>Difference</summary>\n\n${fence}diff\n${lines.join('\n')}\n${fence}\n${rest}\n</details>\n`;
}

/** A fence longer than any run of backticks in the text, so that the text cannot end it. */
function fenceFor(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}
