import {
  type KubernetesAccess,
  KubernetesReader,
  type ReaderOptions,
} from '@scalardl-on-eks/action-toolkit/kubernetes';
import {
  type FilesBeside,
  filesBeside,
  readText,
} from './kubeconfig/filesBeside';
import {
  type KubeconfigCluster,
  KubeconfigError,
  type KubeconfigUser,
  parseKubeconfig,
} from './kubeconfig/parseKubeconfig';
import { type AwsSignIn, signInOf } from './kubeconfig/signInOf';

/** A kubeconfig, and the context in it; its current one where none is named. */
export interface KubeconfigPlace {
  path: string;
  context?: string;
}

/**
 * A reader of the cluster that a context of a kubeconfig names.
 *
 * @throws KubeconfigError that says which part of the file cannot be used, and what would do
 */
export async function openKubeconfig(
  kubeconfig: KubeconfigPlace,
  { aws, deadline, ...options }: AwsSignIn & ReaderOptions,
): Promise<KubernetesReader> {
  const access = await readKubeconfig(kubeconfig, { aws, deadline });
  return new KubernetesReader(access, options);
}

/**
 * Where a kubeconfig leads, whom it trusts there and as whom it signs in.
 *
 * @throws KubeconfigError
 */
export async function readKubeconfig(
  { path, context }: KubeconfigPlace,
  aws: AwsSignIn,
): Promise<KubernetesAccess> {
  const text = await readText(path);
  const { cluster, user } = parseKubeconfig(text, { path, context });
  const files = filesBeside(path);
  return {
    address: addressOf(cluster, path),
    serverName: cluster['tls-server-name'],
    certificateAuthority: await authorityOf(cluster, files),
    clientCertificate: await clientCertificateOf(user, { path, files }),
    signIn: await signInOf(user, { path, files, aws }),
  };
}

function addressOf(cluster: KubeconfigCluster, path: string): string {
  const { server } = cluster;
  if (!server.startsWith('https://')) {
    throw new KubeconfigError(
      `${path}: expected the server to be an https address, received ${server}.`,
    );
  }
  if (cluster['insecure-skip-tls-verify']) {
    throw new KubeconfigError(
      `${path}: expected the certificate of ${server} to be verified, received insecure-skip-tls-verify: anybody could answer in its place. Give certificate-authority-data instead.`,
    );
  }
  if (cluster['proxy-url']) {
    throw new KubeconfigError(
      `${path}: expected a direct connection to ${server}, received a proxy-url, which is not supported.`,
    );
  }
  return server;
}

async function authorityOf(
  cluster: KubeconfigCluster,
  files: FilesBeside,
): Promise<string | undefined> {
  const pem = await files.content(
    cluster['certificate-authority-data'],
    cluster['certificate-authority'],
  );
  return pem && Buffer.from(pem).toString('base64');
}

async function clientCertificateOf(
  user: KubeconfigUser,
  { path, files }: { path: string; files: FilesBeside },
): Promise<{ certificate: string; key: string } | undefined> {
  const certificate = await files.content(
    user['client-certificate-data'],
    user['client-certificate'],
  );
  const key = await files.content(user['client-key-data'], user['client-key']);
  if (!certificate && !key) return undefined;
  if (certificate && key) return { certificate, key };
  throw new KubeconfigError(
    `${path}: expected the user's client certificate and its key, received only one of them.`,
  );
}
