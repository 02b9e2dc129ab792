import { printable } from '@scalardl-on-eks/plugin-scalardl-common';
import type { PeeringInputs } from '../inputs';
import type { Outcome } from '../outcome';
import { changeText } from '../plan/change';

export interface Shown extends Pick<PeeringInputs, 'mode' | 'state'> {
  warnings: readonly string[];
}

/** One line a connection, each change, and each warning. */
export function textOf(
  { changes, results }: Outcome,
  { mode, state, warnings }: Shown,
): string {
  const lines = [
    ...results.map(({ link, peering, status }) => {
      const { connection, from, to } = link;
      const what = peering ? `${peering.id} ${peering.status}` : status;
      return `${connection.name}: ${from.name} → ${to.name}, ${what}`;
    }),
    ...(mode === 'plan'
      ? changes.map(
          change =>
            `  ${change.connection}, ${change.network}: ${changeText(change)}`,
        )
      : []),
    headline({ changes, results }, { mode, state }),
    ...warnings.map(warning => `Warning: ${warning}`),
  ];
  return `${lines.map(line => (line.startsWith('  ') ? `  ${printable(line)}` : printable(line))).join('\n')}\n`;
}

/** What a run came to, in one sentence. */
export function headline(
  { changes: all, results }: Pick<Outcome, 'changes' | 'results'>,
  { mode, state }: Pick<Shown, 'mode' | 'state'>,
): string {
  const count = all.length;
  const changes = count === 1 ? '1 change' : `${count} changes`;
  if (results.some(({ status }) => status === 'late')) {
    return `${changes} made, but not every peering became active in time.`;
  }
  if (count === 0) {
    return state === 'present'
      ? 'Everything is as wanted; nothing was changed.'
      : 'Nothing of this action is left; nothing was changed.';
  }
  return mode === 'plan'
    ? `${changes} would be made; nothing was changed.`
    : `${changes} made and read back.`;
}
