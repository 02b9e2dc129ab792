import { parse } from 'yaml';
import * as z from 'zod';

/** A kubeconfig cannot be used as it is. */
export class KubeconfigError extends Error {
  name = 'KubeconfigError';
}

const clusterSchema = z.object({
  server: z.string(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'tls-server-name': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'proxy-url': z.string().optional(),
});

const userSchema = z.object({
  token: z.string().optional(),
  tokenFile: z.string().optional(),
  'client-certificate': z.string().optional(),
  'client-certificate-data': z.string().optional(),
  'client-key': z.string().optional(),
  'client-key-data': z.string().optional(),
  exec: z
    .object({
      command: z.string(),
      args: z.array(z.string()).nullish(),
      env: z.array(z.object({ name: z.string(), value: z.string() })).nullish(),
    })
    .optional(),
});

/** https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/ */
const kubeconfigSchema = z.object({
  'current-context': z.string().nullish(),
  contexts: z
    .array(
      z.object({
        name: z.string(),
        context: z.object({ cluster: z.string(), user: z.string() }),
      }),
    )
    .nullish(),
  clusters: z
    .array(z.object({ name: z.string(), cluster: clusterSchema }))
    .nullish(),
  users: z.array(z.object({ name: z.string(), user: userSchema })).nullish(),
});

export type KubeconfigCluster = z.infer<typeof clusterSchema>;
export type KubeconfigUser = z.infer<typeof userSchema>;

/** What one context names. */
export interface Context {
  cluster: KubeconfigCluster;
  user: KubeconfigUser;
}

/**
 * The cluster and the user of a context.
 *
 * @param path - for messages
 * @throws KubeconfigError, without a word of the file's content, which holds credentials
 */
export function parseKubeconfig(
  text: string,
  { path, context }: { path: string; context?: string },
): Context {
  const { contexts, clusters, users, ...rest } = shaped(text, path);
  const wanted = context ?? rest['current-context'] ?? '';
  if (!wanted) {
    throw new KubeconfigError(
      `${path}: expected a context to be named, received none; set current-context in the file, or the context in the input kubeconfig.`,
    );
  }
  const found = named(contexts, wanted, { path, list: 'contexts' }).context;
  return {
    cluster: named(clusters, found.cluster, { path, list: 'clusters' }).cluster,
    user: named(users, found.user, { path, list: 'users' }).user,
  };
}

function shaped(text: string, path: string) {
  let document: unknown;
  try {
    document = parse(text);
  } catch {
    throw new KubeconfigError(
      `${path}: expected YAML, received something else.`,
    );
  }
  const result = kubeconfigSchema.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new KubeconfigError(
    `${path}: ${issue?.path.join('.') || 'the file'} is not as in a kubeconfig: ${issue?.message}.`,
  );
}

function named<T extends { name: string }>(
  all: T[] | null | undefined,
  name: string,
  { path, list }: { path: string; list: string },
): T {
  const found = all?.find(one => one.name === name);
  if (found) return found;
  const names = (all ?? []).map(one => one.name).join(', ');
  throw new KubeconfigError(
    `${path}: expected "${name}" among ${list}, received ${names || 'none'}.`,
  );
}
