import type { EksctlBed, EksctlRun } from './eksctlBed.ts';

/**
 * A story on the bed with its own account. Scenarios run at the same time, because eksctl sleeps for most of
 * the minutes that it takes.
 */
export interface Scenario {
  title: string;
  run(bed: EksctlBed): Promise<void>;
}

/** Fails with all that the run said. */
export function succeeded(run: EksctlRun): EksctlRun {
  if (run.exitCode !== 0) throw new Error(`The run failed:\n${saying(run)}`);
  return run;
}

/** Ends in a sentence that holds the text. */
export function failed(run: EksctlRun, text: string | RegExp): EksctlRun {
  if (run.exitCode !== 1) {
    throw new Error(`The run ended with ${run.exitCode}:\n${saying(run)}`);
  }
  expect(run.commands.map(({ message }) => message).join('\n')).toMatch(text);
  return run;
}

/** Nothing was written, and no eksctl was started that writes. */
export function changedNothing(run: EksctlRun): void {
  expect(run.writes).toEqual([]);
  expect(run.stdout).not.toMatch(/^::group::eksctl/m);
}

function saying({ stdout, stderr }: EksctlRun): string {
  return `${stdout}\n${stderr}`;
}
