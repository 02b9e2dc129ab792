import type { SoakCase } from '../../../soak/soakCase.ts';
import type { Testbed } from '../../../testbed/startTestbed.ts';
import type { EksctlRun, Tenant } from '../eksctlBed.ts';
import { inChapter, succeeded } from './chapters.ts';
import type { Told } from './told.ts';

/** A crash after each write of the chapter, and another run. */
export function crashes({ chapter, writes, world }: Told): SoakCase[] {
  const { name, inputs } = chapter;
  return writes.map((operation, index) => ({
    name: `run-eksctl/crash/${name}/${String(index + 1).padStart(3, '0')}-${operation}`,
    run: inChapter(chapter, world, async ({ testbed }, tenant) => {
      const crashed = await crashAfter(testbed, { tenant, inputs, index });
      // By the clock, a run may write less often than the first one did.
      if (crashed.exitCode === 0) return { skipped: 'the call was not made' };
      // A run that failed by itself was not crashed.
      if (crashed.exitCode !== null) succeeded(crashed);
      succeeded(await tenant.run({ inputs }));
      return undefined;
    }),
  }));
}

interface CrashedRun {
  tenant: Tenant;
  inputs?: Record<string, string>;
  /** How many writes come before the one after which it dies. */
  index: number;
}

async function crashAfter(
  testbed: Testbed,
  { tenant, inputs, index }: CrashedRun,
): Promise<EksctlRun> {
  const removals: (() => Promise<void>)[] = [];
  const crashed = await tenant.run({
    inputs,
    async interruption(session) {
      const crash = await testbed.crash({ write: true, session, skip: index });
      removals.push(() => crash.remove());
      // A crash that is removed before it hits is none.
      const when = crash.hit.catch(() => new Promise(() => {}));
      return { when, signal: 'SIGKILL' };
    },
  });
  for (const remove of removals) await remove();
  return crashed;
}
