import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { KubeconfigError } from './parseKubeconfig';

/** Reads the files that a kubeconfig names, which count from its own folder. */
export interface FilesBeside {
  /**
   * The content that stands in the kubeconfig itself, in base64, or in a file that it names.
   *
   * @throws KubeconfigError
   */
  content(
    data: string | undefined,
    file: string | undefined,
  ): Promise<string | undefined>;
}

export function filesBeside(path: string): FilesBeside {
  return {
    async content(data, file) {
      if (data) return Buffer.from(data, 'base64').toString();
      if (!file) return undefined;
      return readText(resolve(dirname(path), file));
    },
  };
}

/** @throws KubeconfigError */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new KubeconfigError(
      `Expected the file ${path} of the input kubeconfig, received ${code}.`,
      { cause },
    );
  }
}
