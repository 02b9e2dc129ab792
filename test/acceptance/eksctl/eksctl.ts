import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { parse, stringify } from 'yaml';
import type { GoldenSide } from '../goldenSides';
import { run, type Outcome } from '../run';

/** A ClusterConfig as plain data. */
export type ClusterConfig = Record<string, unknown>;

/** The cluster of one side, as it stands in the golden folder. */
export function clusterConfigOf({ read, side }: GoldenSide): ClusterConfig {
  return parse(read(`clusters/${side}.yaml`)) as ClusterConfig;
}

/** Keywords of eksctl's schema that say nothing about validity. */
const ANNOTATIONS = [
  'x-intellij-html-description',
  'x-kubernetes-group-version-kind',
  'preferredOrder',
];

/** The JSON schema that the real eksctl prints, compiled. Its objects forbid unknown keys. */
export async function readSchema(eksctl: string): Promise<ValidateFunction> {
  const { code, stdout, stderr } = await run([eksctl, 'utils', 'schema']);
  if (code !== 0) throw new Error(`eksctl utils schema failed: ${stderr}`);
  const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: true });
  ajv.addVocabulary(ANNOTATIONS);
  return ajv.compile(JSON.parse(stdout) as object);
}

/** What the schema finds wrong, empty where it accepts the ClusterConfig. */
export function schemaFlaws(
  schema: ValidateFunction,
  clusterConfig: unknown,
): string[] {
  schema(clusterConfig);
  return (schema.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** `eksctl create cluster --dry-run`: what eksctl would create, as the ClusterConfig that it prints. */
export async function dryRun(
  eksctl: string,
  { file, env }: { file: string; env: Record<string, string> },
): Promise<Outcome & { echoed: ClusterConfig }> {
  const outcome = await run(
    [eksctl, 'create', 'cluster', '--config-file', file, '--dry-run'],
    { env },
  );
  return {
    ...outcome,
    echoed: (parse(outcome.stdout) ?? {}) as ClusterConfig,
  };
}

/** Calls back with the path of a file that holds the ClusterConfig. */
export async function withConfigFile<T>(
  clusterConfig: unknown,
  use: (file: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'scalardl-on-eks-eksctl-'));
  try {
    const file = join(folder, 'cluster.yaml');
    await writeFile(file, stringify(clusterConfig));
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
