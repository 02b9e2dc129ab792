import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startTestbed, type Testbed } from '../testbed/startTestbed';
import { tool, type ToolName } from '../tools/tool';
import type { InNewWorld } from './soakCase';

const ACCOUNT = '111111111111';

/**
 * Runs it in a new world. Each has a bed of its own, because speed, consistency and failures are settings of a
 * whole bed.
 */
export const inNewWorld: InNewWorld = async run => {
  const directory = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-soak-'));
  let testbed: Testbed | undefined;
  try {
    testbed = await startTestbed(await pathOf('moto'), {
      kubernetes: dirname(await pathOf('kubernetes')),
      kwok: await pathOf('kwok'),
    });
    return await run({ testbed, account: ACCOUNT, directory });
  } finally {
    await testbed?.stop();
    await rm(directory, { recursive: true, force: true });
  }
};

async function pathOf(name: ToolName): Promise<string> {
  const found = await tool(name);
  if (!found.ok) throw new Error(`${name}: ${found.reason}`);
  return found.path;
}
