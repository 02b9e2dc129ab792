import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The ClusterConfig that eksctl is given, and variants of it for single steps. */
export interface ConfigText {
  text: string;
  /** Path of a file with the text. */
  path: string;
  /** Writes a variant of the text; the path is good until `remove`. */
  variant(name: string, text: string): Promise<string>;
  remove(): Promise<void>;
}

/**
 * Keeps the file's own path where its text is given to eksctl unchanged, so that eksctl's messages name the
 * file that a person knows.
 */
export async function configText(
  own: { path: string; text: string },
  text: string,
  temporary: string = process.env.RUNNER_TEMP ?? tmpdir(),
): Promise<ConfigText> {
  const folder = await mkdtemp(join(temporary, 'run-eksctl-'));
  const variant = async (name: string, content: string) => {
    const path = join(folder, name);
    await writeFile(path, content, { mode: 0o600 });
    return path;
  };
  return {
    text,
    path:
      text === own.text ? own.path : await variant(basename(own.path), text),
    variant,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
