import { InputError } from '@backstage/errors';
import type {
  FailOn,
  Location,
  Result,
} from '@scalardl-on-eks/plugin-scalardl-common';

/** The error of a check: every broken guideline with its place and its remedy. */
export function brokenGuidelinesError(
  broken: readonly Result[],
  failOn: FailOn,
): InputError {
  const lines = broken.map(result => `- ${sentence(result)}`);
  return new InputError(
    `Expected every guideline of level ${failOn} or above to pass, received ${broken.length} that ${broken.length === 1 ? 'does' : 'do'} not; nothing is published.\n${lines.join('\n')}`,
  );
}

function sentence(result: Result): string {
  const { guideline, level, scope, verdict, reason, location } = result;
  const where = location ? ` at ${place(location)}` : '';
  return [
    `${guideline} (${level}, ${scope}) ${verdict}${where}: ${reason ?? ''}`,
    difference(result),
    result.remedy && `Remedy: ${result.remedy}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function difference({ expected, observed }: Result): string {
  const parts = [
    expected && `expected ${expected}`,
    observed && `received ${observed}`,
  ].filter(Boolean);
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function place({ file, line, column }: Location): string {
  return `${file}:${line}:${column}`;
}
