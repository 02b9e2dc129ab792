import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsCredentialIdentity, HttpRequest } from '@smithy/types';

/** Whose token, and for which cluster. */
export interface TokenFor {
  cluster: string;
  region: string;
  /** As every client of the AWS SDK has them: `client.config.credentials`. */
  credentials: () => Promise<AwsCredentialIdentity>;
}

/** What the authenticator of EKS accepts at most, in seconds. */
const SIGNED_FOR = 60;

/**
 * A bearer token for the cluster's API: a presigned call of sts:GetCallerIdentity that names the cluster
 * (https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster). EKS
 * takes it for fourteen minutes.
 */
export async function eksToken(
  { cluster, region, credentials }: TokenFor,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const signer = new SignatureV4({
    service: 'sts',
    region,
    credentials,
    sha256: Hash.bind(null, 'sha256'),
  });
  const { protocol, hostname, port } = stsAddress(region, env);
  const request: HttpRequest = {
    method: 'GET',
    protocol,
    hostname,
    port: port ? Number(port) : undefined,
    path: '/',
    query: { Action: 'GetCallerIdentity', Version: '2011-06-15' },
    headers: {
      host: port ? `${hostname}:${port}` : hostname,
      'x-k8s-aws-id': cluster,
    },
  };
  const { query = {} } = await signer.presign(request, {
    expiresIn: SIGNED_FOR,
  });
  const pairs = Object.entries(query).map(
    ([name, value]) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  );
  const url = `${protocol}//${request.headers.host}/?${pairs.join('&')}`;
  return `k8s-aws-v1.${Buffer.from(url).toString('base64url')}`;
}

/** The regional address of STS, or the one that the SDK's own variables name. */
function stsAddress(region: string, env: NodeJS.ProcessEnv): URL {
  const given = env.AWS_ENDPOINT_URL_STS ?? env.AWS_ENDPOINT_URL;
  return new URL(given ?? `https://sts.${region}.amazonaws.com`);
}
