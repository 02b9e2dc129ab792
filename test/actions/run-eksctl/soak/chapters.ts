import { isDeepStrictEqual } from 'node:util';
import type { SoakCase } from '../../../soak/soakCase.ts';
import type { EksctlBed, EksctlRun, Tenant } from '../eksctlBed.ts';
import type { World } from '../world.ts';
import { bedIn } from './soakBed.ts';
import { type Chapter, NAME } from './story.ts';

/** Disturbs a run of the chapter and lets the chapter come to its end all the same. */
export type Trouble = (
  bed: EksctlBed,
  tenant: Tenant,
) => Promise<{ skipped: string } | undefined>;

/** Brings the chapter's beginning about, lets the trouble come, and looks at the end. */
export function inChapter(
  chapter: Chapter,
  expected: World,
  trouble: Trouble,
): SoakCase['run'] {
  return async soakWorld => {
    const bed = await bedIn(soakWorld);
    const tenant = await begin(bed, chapter);
    const skipped = await trouble(bed, tenant);
    if (!skipped) await expectWorld(tenant, { chapter, expected });
    return skipped;
  };
}

/** Brings about what the chapter finds. */
export async function begin(bed: EksctlBed, chapter: Chapter): Promise<Tenant> {
  const tenant = await bed.tenant(NAME, '');
  for (const before of chapter.after) {
    await tenant.write(before.text);
    succeeded(await tenant.run({ inputs: before.inputs }));
  }
  await tenant.write(chapter.text);
  return tenant;
}

/** The world is as it should be, and another run leaves it alone. */
async function expectWorld(
  tenant: Tenant,
  { chapter, expected }: { chapter: Chapter; expected: World },
): Promise<void> {
  const world = await tenant.world();
  if (!isDeepStrictEqual(world, expected)) {
    throw new Error(
      `Expected ${JSON.stringify(expected)}, found ${JSON.stringify(world)}`,
    );
  }
  const again = succeeded(await tenant.run({ inputs: chapter.inputs }));
  if (again.writes.length > 0) {
    throw new Error(`The run after it wrote ${again.writes.join(', ')}.`);
  }
}

/** @throws Error with the sentence in which the run ended, caused by all that it said */
export function succeeded(run: EksctlRun): EksctlRun {
  const { exitCode, stdout, stderr, commands } = run;
  if (exitCode === 0) return run;
  const errors = commands
    .filter(({ name }) => name === 'error')
    .map(({ message }) => message);
  throw new Error(`A run ended with ${exitCode}: ${errors.join('; ')}`, {
    cause: new Error(`${stdout}\n${stderr}`),
  });
}
