import { InputError } from '@backstage/errors';
import {
  type FailOn,
  type Result,
  place,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** The error of a check: every guideline that is broken or cannot be judged, with its place and its remedy. */
export function brokenGuidelinesError(
  broken: readonly Result[],
  failOn: FailOn,
): InputError {
  const lines = broken.map(result => `- ${sentence(result)}`);
  return new InputError(
    `Expected no broken guideline of level ${failOn} or above, received ${broken.length}; nothing is published.\n${lines.join('\n')}`,
  );
}

function sentence(result: Result): string {
  const { guideline, level, scope, verdict, location } = result;
  const where = location ? ` at ${place(location)}` : '';
  return [
    `${guideline} (${level}, ${scope}) ${verdict}${where}:`,
    result.reason,
    difference(result),
    result.remedy && `Remedy: ${result.remedy}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function difference({ expected, observed }: Result): string | undefined {
  const parts = [
    expected && `expected ${expected}`,
    observed && `received ${observed}`,
  ].filter(Boolean);
  return parts.length > 0 ? `(${parts.join(', ')})` : undefined;
}
