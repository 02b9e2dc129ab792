import { isDeepStrictEqual } from 'node:util';
import {
  type BuiltAction,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import type { SoakCase, SoakList, SoakWorld } from '../../soak/soakCase.ts';
import { tool } from '../../tools/tool.ts';
import { EksctlBed, type EksctlRun, type Tenant } from './eksctlBed.ts';
import { type Chapter, NAME, STORY } from './story.ts';
import type { World } from './world.ts';

/** A chapter as it goes without any trouble. */
interface Told {
  chapter: Chapter;
  /** What the run wrote, and all that it called, each as `service:operation` in order. */
  writes: string[];
  calls: string[];
  /** What there is afterwards. */
  world: World;
}

let built: Promise<BuiltAction> | undefined;

/**
 * For each chapter of a cluster's life: a crash after every call that writes, and throttling of every kind of
 * call. Each case ends in the world that the chapter ends in without trouble.
 */
export const RUN_EKSCTL: SoakList = {
  name: 'run-eksctl',
  async cases(world) {
    const told = await tell(world);
    return [...told.flatMap(crashes), ...throttles(told)];
  },
  async end() {
    await (await built)?.remove();
  },
};

async function bedIn({ testbed }: SoakWorld): Promise<EksctlBed> {
  built ??= buildAction('run-eksctl');
  const eksctl = await tool('eksctl');
  if (!eksctl.ok) throw new Error(`eksctl: ${eksctl.reason}`);
  return EksctlBed.on({ testbed, action: await built, eksctl: eksctl.path });
}

/** Tells each chapter once, to know what there is to disturb. */
async function tell(world: SoakWorld): Promise<Told[]> {
  const bed = await bedIn(world);
  try {
    return await Promise.all(STORY.map(chapter => tellChapter(bed, chapter)));
  } finally {
    await bed.clear();
  }
}

async function tellChapter(bed: EksctlBed, chapter: Chapter): Promise<Told> {
  const tenant = await begin(bed, chapter);
  const run = succeeded(await tenant.run({ inputs: chapter.inputs }));
  return {
    chapter,
    writes: run.calls.filter(({ write }) => write).map(nameOf),
    calls: run.calls.map(nameOf),
    world: await tenant.world(),
  };
}

/** Brings about what the chapter finds. */
async function begin(bed: EksctlBed, chapter: Chapter): Promise<Tenant> {
  const tenant = await bed.tenant(NAME, '');
  for (const before of chapter.after) {
    await tenant.write(before.text);
    succeeded(await tenant.run({ inputs: before.inputs }));
  }
  await tenant.write(chapter.text);
  return tenant;
}

function crashes({ chapter, writes, world }: Told): SoakCase[] {
  return writes.map((operation, index) => ({
    name: `run-eksctl/crash/${chapter.name}/${String(index + 1).padStart(3, '0')}-${operation}`,
    run: inChapter(chapter, world, async (bed, tenant) => {
      const crashed = await tenant.run({
        inputs: chapter.inputs,
        async interruption(session) {
          const point = { write: true, session, skip: index };
          const crash = await bed.testbed.crash(point);
          return { when: crash.hit, signal: 'SIGKILL' };
        },
      });
      // By the clock, a run may write less often than the first one did.
      if (crashed.exitCode === 0) return { skipped: 'the call was not made' };
      succeeded(await tenant.run({ inputs: chapter.inputs }));
      return undefined;
    }),
  }));
}

/** Each kind of call in the first chapter that makes it. */
function throttles(told: readonly Told[]): SoakCase[] {
  const known = new Set<string>();
  return told.flatMap(({ chapter, calls, world }) => {
    const fresh = [...new Set(calls)].filter(name => !known.has(name)).sort();
    fresh.forEach(name => known.add(name));
    return fresh.map(name => ({
      name: `run-eksctl/throttle/${chapter.name}/${name}`,
      run: inChapter(chapter, world, async (bed, tenant) => {
        const [service, operation] = name.split(':');
        const run = await tenant.run({
          inputs: chapter.inputs,
          before: session =>
            bed.testbed.inject({
              match: { service, operation, session },
              times: 3,
              effect: { kind: 'throttle' },
            }),
        });
        succeeded(run);
        return undefined;
      }),
    }));
  });
}

type Trouble = (
  bed: EksctlBed,
  tenant: Tenant,
) => Promise<{ skipped: string } | undefined>;

/** Brings the chapter's beginning about, lets the trouble come, and looks at the end. */
function inChapter(
  chapter: Chapter,
  expected: World,
  trouble: Trouble,
): SoakCase['run'] {
  return async soakWorld => {
    const bed = await bedIn(soakWorld);
    try {
      const tenant = await begin(bed, chapter);
      const skipped = await trouble(bed, tenant);
      if (!skipped) await expectWorld(tenant, { chapter, expected });
      return skipped;
    } finally {
      await bed.clear();
    }
  };
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

function nameOf({ service, operation }: EksctlRun['calls'][number]): string {
  return `${service}:${operation}`;
}

function succeeded(run: EksctlRun): EksctlRun {
  if (run.exitCode === 0) return run;
  const { exitCode, stdout, stderr } = run;
  throw new Error(`A run ended with ${exitCode}:\n${stdout}\n${stderr}`);
}
