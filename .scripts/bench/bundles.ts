import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, bundleAction } from '../actions/bundleAction';
import { type Figure, median } from './figure';

/** An action, an input that it must refuse, and how large its code may be. */
interface Measured {
  name: string;
  refused: Record<string, string>;
  kibibytes: number;
}

const ACTIONS: readonly Measured[] = [
  { name: 'run-eksctl', refused: { INPUT_MODE: 'none' }, kibibytes: 1600 },
  {
    name: 'create-peering',
    refused: { INPUT_STATE: 'none' },
    kibibytes: 1600,
  },
  {
    name: 'verify-guidelines',
    refused: { INPUT_STAGE: 'none' },
    kibibytes: 2500,
  },
  {
    name: 'render-environment',
    refused: { INPUT_MODE: 'none' },
    kibibytes: 1600,
  },
];

/** Milliseconds that an action may need, over an empty script, to say that an input is wrong. */
const GOAL_MILLISECONDS = 60;
const WARM_UP_RUNS = 2;
const RUNS = 25;

/** How large each action's code is, and how soon it says that an input is wrong. */
export async function measureBundles(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-bench-'));
  try {
    const figures: Figure[] = [];
    for (const action of ACTIONS) {
      const bundle = await bundleAction(action.name);
      figures.push(sizeOf(action, bundle));
      figures.push(await startUpOf(action, { bundle, folder }));
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Code only: the licences of what is in it come on top. */
function sizeOf({ name, kibibytes }: Measured, bundle: Bundle): Figure {
  const code = [...bundle].filter(([file]) => file.endsWith('.js'));
  const bytes = code.reduce((sum, [, content]) => sum + content.length, 0);
  return {
    name: `bundles-${name}-size`,
    value: bytes / 1024,
    unit: 'KiB',
    goal: kibibytes,
  };
}

async function startUpOf(
  { name, refused }: Measured,
  { bundle, folder }: { bundle: Bundle; folder: string },
): Promise<Figure> {
  const dist = join(folder, name);
  await mkdir(dist);
  for (const [file, content] of bundle) {
    await writeFile(join(dist, file), content);
  }
  await writeFile(join(dist, 'empty.js'), '');
  const differences: number[] = [];
  for (let run = 0; run < WARM_UP_RUNS + RUNS; run += 1) {
    const action = await runTime(join(dist, 'index.js'), {
      env: refused,
      exitCode: 1,
    });
    const empty = await runTime(join(dist, 'empty.js'), {
      env: refused,
      exitCode: 0,
    });
    if (run >= WARM_UP_RUNS) differences.push(action - empty);
  }
  return {
    name: `bundles-${name}-start-up`,
    value: median(differences),
    unit: 'ms',
    goal: GOAL_MILLISECONDS,
  };
}

/** Milliseconds from start to end of a process. */
async function runTime(
  script: string,
  expected: { env: Record<string, string>; exitCode: number },
): Promise<number> {
  const before = performance.now();
  const child = execFile(process.execPath, [script], {
    env: { PATH: process.env.PATH, GITHUB_ACTIONS: 'true', ...expected.env },
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  if (exitCode !== expected.exitCode) {
    throw new Error(
      `Expected ${script} to end with ${expected.exitCode}, received ${exitCode}.`,
    );
  }
  return performance.now() - before;
}
