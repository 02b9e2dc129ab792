import { cp, mkdir, readFile, readdir, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ROOT, installed, runCommand } from '../test/command';

/** A plugin as npm would publish it. */
export interface PackedPlugin {
  name: string;
  tarball: string;
}

/**
 * Builds every plugin and packs it. Packing rewrites package.json for a moment, so it is done in a copy:
 * an interrupted run leaves this checkout as it was.
 */
export async function packPlugins(workspace: string): Promise<PackedPlugin[]> {
  await run([installed('tsc'), '--incremental', 'false'], ROOT);
  const copy = join(workspace, 'copy');
  const tarballs = join(workspace, 'tarballs');
  await mkdir(join(copy, 'plugins'), { recursive: true });
  await mkdir(tarballs);
  for (const file of ['package.json', 'tsconfig.json']) {
    await cp(join(ROOT, file), join(copy, file));
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const packed: PackedPlugin[] = [];
  for (const folder of await readdir(join(ROOT, 'plugins'))) {
    packed.push(await packPlugin(folder, { copy, tarballs }));
  }
  return packed;
}

async function packPlugin(
  folder: string,
  { copy, tarballs }: { copy: string; tarballs: string },
): Promise<PackedPlugin> {
  const source = join(ROOT, 'plugins', folder);
  const target = join(copy, 'plugins', folder);
  await run([installed('backstage-cli'), 'package', 'build'], source);
  await cp(source, target, {
    recursive: true,
    filter: path => !path.endsWith('/node_modules'),
  });
  await run(['npm', 'pack', '--pack-destination', tarballs], target);
  const { name, version } = JSON.parse(
    await readFile(join(source, 'package.json'), 'utf8'),
  ) as { name: string; version: string };
  const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`;
  return { name, tarball: resolve(tarballs, file) };
}

/** @throws Error where the command fails; its own output says why */
export async function run(
  command: readonly string[],
  cwd: string,
): Promise<void> {
  const code = await runCommand(command, { cwd, quiet: true });
  if (code !== 0) {
    throw new Error(`"${command.join(' ')}" exited with ${code} in ${cwd}.`);
  }
}
