import { readFile } from 'node:fs/promises';
import { InputError } from '@scalardl-on-eks/action-toolkit';
import { type Document, type ScalarTag, parseDocument } from 'yaml';
import { type ClusterConfig, clusterConfigSchema } from './clusterConfig';
import { miscasedKeys } from './miscased';

/** A ClusterConfig file that was read. */
export interface ConfigFile {
  /** Path as it was given. */
  path: string;
  /** The file's own text. */
  text: string;
  config: ClusterConfig;
}

/** @throws InputError where there is no ClusterConfig in the file */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  const text = await readText(path);
  const document = parseConfig(text);
  const flaw = document.errors[0];
  if (flaw) {
    throw refused(path, 'YAML', firstLine(flaw.message), flaw);
  }
  return { path, text, config: understand(path, document.toJS()) };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const received =
      code === 'ENOENT' ? 'nothing there' : `an error (${code ?? cause})`;
    throw refused(path, 'a file', received, cause);
  }
}

/** eksctl reads YAML 1.1's words as Booleans (https://github.com/kubernetes-sigs/yaml). */
const booleanWord: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: /^(?:yes|Yes|YES|on|On|ON|no|No|NO|off|Off|OFF)$/,
  resolve: text => /^(?:y|on)/i.test(text),
};

/** The document as eksctl reads it. */
export function parseConfig(text: string): Document {
  return parseDocument(text, {
    merge: true,
    customTags: tags => [booleanWord, ...tags],
  });
}

function understand(path: string, data: unknown): ClusterConfig {
  const { apiVersion, kind } = (data ?? {}) as Record<string, unknown>;
  const isClusterConfig =
    kind === 'ClusterConfig' && String(apiVersion).startsWith('eksctl.io/');
  if (!isClusterConfig) {
    throw refused(
      path,
      'apiVersion: eksctl.io/v1alpha5 and kind: ClusterConfig',
      `apiVersion: ${JSON.stringify(apiVersion)} and kind: ${JSON.stringify(kind)}`,
    );
  }
  const miscased = miscasedKeys(clusterConfigSchema, data);
  if (miscased.length > 0) {
    throw new InputError(
      miscased.map(
        problem =>
          `cluster-config: ${path}: ${problem}; eksctl minds no case, but others who read the file do.`,
      ),
    );
  }
  const parsed = clusterConfigSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map(
      issue =>
        `cluster-config: ${path}: ${issue.path.join('.')}: ${issue.message}.`,
    ),
    { cause: parsed.error },
  );
}

function refused(
  path: string,
  expected: string,
  received: string,
  cause?: unknown,
): InputError {
  return new InputError(
    [`cluster-config: expected ${expected} in ${path}, received ${received}.`],
    { cause },
  );
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/[:.]$/, '');
}
