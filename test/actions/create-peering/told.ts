import type { PairRun } from './pair.ts';

/** What a run says went wrong; nothing where it succeeded. */
export function errorsOf({
  commands,
  exitCode,
}: Pick<PairRun, 'commands' | 'exitCode'>): string[] {
  const errors = commands.filter(({ name }) => name === 'error');
  return [
    ...errors.flatMap(({ message }) => message.split('\n')),
    ...(exitCode === 0 || errors.length > 0 ? [] : [`exit code ${exitCode}`]),
  ];
}

export function warningsOf({ commands }: Pick<PairRun, 'commands'>): string[] {
  return commands
    .filter(({ name }) => name === 'warning')
    .map(({ message }) => message);
}
