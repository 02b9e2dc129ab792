import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What stands in a cache: a tool, its version and the processor that it is for. */
interface Entry {
  version: string;
  architecture: string;
}

const TOOL = 'eksctl';

/**
 * A cache in the layout of @actions/tool-cache, so that other steps and other actions find the same file: a
 * folder a processor, and a marker beside it that says that the folder is whole
 * (https://github.com/actions/toolkit/blob/main/packages/tool-cache/src/tool-cache.ts).
 */
export class ToolCache {
  private readonly root: string;

  constructor(env: NodeJS.ProcessEnv = process.env) {
    this.root =
      env.RUNNER_TOOL_CACHE ?? join(homedir(), '.cache', 'run-eksctl');
  }

  /** Path of the eksctl, where a whole one is there. */
  async find(entry: Entry): Promise<string | undefined> {
    const folder = this.folder(entry);
    const path = join(folder, TOOL);
    try {
      await access(`${folder}.complete`);
      await access(path);
      return path;
    } catch {
      return undefined;
    }
  }

  /**
   * Lets `fill` put an eksctl into an empty folder and gives the folder its place in one step, so that a run
   * that is ended half way leaves nothing that looks whole. The last of several runs wins.
   */
  async add(
    entry: Entry,
    fill: (folder: string) => Promise<void>,
  ): Promise<string> {
    const folder = this.folder(entry);
    const versions = join(this.root, TOOL, entry.version);
    await mkdir(versions, { recursive: true });
    const partial = await mkdtemp(join(versions, '.partial-'));
    try {
      await fill(partial);
      await chmod(partial, 0o755);
      await rm(folder, { recursive: true, force: true });
      await rename(partial, folder);
      await writeFile(`${folder}.complete`, '');
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    return join(folder, TOOL);
  }

  private folder({ version, architecture }: Entry): string {
    return join(this.root, TOOL, version, architecture);
  }
}
