import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BuiltAction,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import { startTestbed, type Testbed } from '../../testbed/startTestbed';
import { tool, type ToolName } from '../../tools/tool';
import type { Figure } from '../figures';
import { connectByAction } from './byAction';
import { connectByHand, startUpTime } from './byHand';
import { comparison, type Ways } from './comparison';
import { growth } from './growth';
import { createPair, type Pair } from './pair';
import { writeProfiles } from './profiles';

/** What a call to AWS takes at the least. */
const LATENCY_MILLISECONDS = 50;

/** Prints the figures of `npm run bench peering` as JSON. */
async function main(): Promise<void> {
  const aws = await pathOf('awscli');
  const testbed = await startTestbed(await pathOf('moto'));
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-bench-'));
  let action: BuiltAction | undefined;
  try {
    action = await buildAction('create-peering');
    const figures = await measure(testbed, { folder, action, aws });
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  } finally {
    await action?.remove();
    await rm(folder, { recursive: true, force: true });
    await testbed.stop();
  }
}

async function measure(
  testbed: Testbed,
  { folder, action, aws }: { folder: string; action: BuiltAction; aws: string },
): Promise<Figure[]> {
  const env = await writeProfiles(testbed, folder);
  const ways: Ways = {
    action: pair => connectByAction(pair, { action, env, directory: folder }),
    'by-hand': pair => connectByHand(pair, { aws, env }),
  };
  const freshPair = async (tables: number): Promise<Pair> => {
    await testbed.settings({ latencyMilliseconds: 0 });
    const pair = await createPair(testbed, tables);
    await testbed.settings({ latencyMilliseconds: LATENCY_MILLISECONDS });
    return pair;
  };
  return [
    ...(await comparison(testbed, {
      ways,
      freshPair: () => freshPair(3),
      startUp: await startUpTime(aws),
    })),
    ...(await growth(testbed, { connect: ways.action, freshPair })),
  ];
}

async function pathOf(name: ToolName): Promise<string> {
  const found = await tool(name);
  if (!found.ok) throw new Error(`${name}: ${found.reason}`);
  return found.path;
}

void main();
