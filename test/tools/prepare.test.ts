import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './prepare';
import type { Recipe } from './recipe';

/** A tool that is a script, printing the given version. */
function recipe(version: string, { prints = version } = {}) {
  const installs: string[] = [];
  const tool: Recipe = {
    version,
    executable: 'tool',
    versionArguments: ['version'],
    async install(folder) {
      installs.push(folder);
      await writeFile(join(folder, 'tool'), `#!/bin/sh\necho v${prints}\n`, {
        mode: 0o755,
      });
    },
  };
  return { tool, installs };
}

describe('prepare', () => {
  const before = process.env.XDG_CACHE_HOME;
  let cache: string;
  const cached = () => readdirSync(join(cache, 'scalardl-on-eks'));

  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'scalardl-on-eks-cache-'));
    process.env.XDG_CACHE_HOME = cache;
  });

  afterEach(() => {
    rmSync(cache, { recursive: true });
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });

  it('installs once, however many ask, into a folder named by the version', async () => {
    const { tool, installs } = recipe('1.2.3');
    const paths = await Promise.all([
      prepare('tool', tool),
      prepare('tool', tool),
    ]);
    paths.push(await prepare('tool', tool));
    const path = join(cache, 'scalardl-on-eks', 'tool-1.2.3', 'tool');
    expect(paths).toEqual([path, path, path]);
    expect(installs).toHaveLength(1);
    expect(cached()).toEqual(['tool-1.2.3']);
  });

  it('keeps versions beside each other', async () => {
    await prepare('tool', recipe('1.2.3').tool);
    await prepare('tool', recipe('1.2.4').tool);
    expect(cached()).toEqual(['tool-1.2.3', 'tool-1.2.4']);
  });

  it('refuses a tool that says another version', async () => {
    const { tool } = recipe('1.2.3', { prints: '1.2.30' });
    await expect(prepare('tool', tool)).rejects.toThrow(
      /^Expected tool 1\.2\.3, received "v1\.2\.30"/,
    );
    expect(cached()).toEqual([]);
  });

  it('leaves nothing behind when the installation fails', async () => {
    const { tool } = recipe('1.2.3');
    const failing: Recipe = {
      ...tool,
      async install(folder) {
        await tool.install(folder);
        throw new Error('the network is gone');
      },
    };
    await expect(prepare('tool', failing)).rejects.toThrow(
      'the network is gone',
    );
    expect(cached()).toEqual([]);
  });

  it('says when a tool does not start on this machine', async () => {
    const { tool } = recipe('1.2.3');
    const broken: Recipe = {
      ...tool,
      install: folder => writeFile(join(folder, 'tool'), 'no program'),
    };
    await expect(prepare('tool', broken)).rejects.toThrow(
      'tool 1.2.3 was installed but does not start',
    );
  });
});
