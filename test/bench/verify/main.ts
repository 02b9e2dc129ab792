import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startTestbed, type Testbed } from '../../testbed/startTestbed';
import { tool, type ToolName } from '../../tools/tool';
import { admitReader } from '../../verify/truth/admitReader';
import { healthyWorld } from '../../verify/world/healthyWorld';
import type { World } from '../../verify/world/world';
import { type Download, download } from './bare';
import { type Crowd, createNamespaces, grow } from './crowd';
import { type Point, figuresOf } from './figuresOf';
import { runHardeneks } from './hardeneks';
import { type LiveCost, judgeLive } from './live';

/** hardeneks is run on the second one. */
const CROWDS: readonly Crowd[] = [
  { nodes: 100, pods: 1_000 },
  { nodes: 1_000, pods: 10_000 },
  { nodes: 1_000, pods: 30_000 },
];
const COMPARED = 1;

const sidesOf = ({ ledger, auditor }: World) => [ledger, auditor];

/** Prints the figures of `npm run bench verify` as JSON; progress goes to stderr. */
async function main(): Promise<void> {
  const program = await pathOf('hardeneks');
  const testbed = await startBed();
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-bench-'));
  try {
    const world = await crowdedWorld(testbed);
    const points: Point[] = [];
    let from: Crowd = { nodes: 0, pods: 0 };
    for (const [index, to] of CROWDS.entries()) {
      say(`${to.nodes} nodes and ${to.pods} pods a cluster`);
      const crowd = { from, to };
      await Promise.all(sidesOf(world).map(side => grow(side, crowd)));
      from = to;
      points.push({
        crowd: to,
        ...(await measure(world, folder)),
        others:
          index === COMPARED ? await others(world, { program, folder }) : [],
      });
    }
    process.stdout.write(`${JSON.stringify(figuresOf(points))}\n`);
    world.close();
  } finally {
    await rm(folder, { recursive: true, force: true });
    await testbed.stop();
  }
}

async function startBed(): Promise<Testbed> {
  return startTestbed(await pathOf('moto'), {
    kubernetes: dirname(await pathOf('kubernetes')),
    kwok: await pathOf('kwok'),
  });
}

/** A pair with room for a crowd, in which nothing moves by itself any more. */
async function crowdedWorld(testbed: Testbed): Promise<World> {
  const world = await healthyWorld(testbed);
  for (const side of sidesOf(world)) {
    await admitReader(side, false);
    await createNamespaces(side.kube);
  }
  await testbed.pauseControllers(true);
  return world;
}

async function measure(
  world: World,
  folder: string,
): Promise<{ live: LiveCost; bare: Download }> {
  say('the live stage');
  const live = await judgeLive(world, folder);
  return { live, bare: await download(world, folder) };
}

async function others(
  world: World,
  { program, folder }: { program: string; folder: string },
) {
  const costs = [];
  for (const side of sidesOf(world)) {
    say(`hardeneks on ${side.plan.cluster}`);
    costs.push(await runHardeneks(world, { side, program, folder }));
  }
  return costs;
}

async function pathOf(name: ToolName): Promise<string> {
  const found = await tool(name);
  if (!found.ok) throw new Error(`${name}: ${found.reason}`);
  return found.path;
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

void main();
