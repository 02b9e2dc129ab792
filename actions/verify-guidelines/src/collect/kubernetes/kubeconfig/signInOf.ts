import { STSClient } from '@aws-sdk/client-sts';
import type { Deadline } from '@scalardl-on-eks/action-toolkit';
import {
  type AwsAccess,
  clientOptions,
} from '@scalardl-on-eks/action-toolkit/aws';
import {
  type SignIn,
  eksSignIn,
} from '@scalardl-on-eks/action-toolkit/kubernetes';
import { type EksExec, readEksExec } from './eksExec';
import type { FilesBeside } from './filesBeside';
import { type KubeconfigUser, KubeconfigError } from './parseKubeconfig';

/** Whose credentials make a token where the kubeconfig has one made by `aws`. */
export interface AwsSignIn {
  aws: AwsAccess;
  deadline: Deadline;
}

/** What a kubeconfig's user means to the API. */
const REFUSALS = {
  401: 'the API does not know the user of the kubeconfig',
  403: 'the user of the kubeconfig may not read it',
};

/**
 * How the user of a kubeconfig says who it is.
 *
 * @throws KubeconfigError where it says so in no way that is understood
 */
export async function signInOf(
  user: KubeconfigUser,
  { path, files, aws }: { path: string; files: FilesBeside; aws: AwsSignIn },
): Promise<SignIn> {
  if (user.exec) return awsSignIn(readEksExec(user.exec, path), aws);
  const token = user.token ?? (await files.content(undefined, user.tokenFile));
  if (token) return { refusals: REFUSALS, authorization: bearer(token.trim()) };
  if (user['client-certificate'] || user['client-certificate-data']) {
    return { refusals: REFUSALS, authorization: async () => undefined };
  }
  throw new KubeconfigError(
    `${path}: expected the user to have a token, a client certificate or the command "aws eks get-token", received none of them.`,
  );
}

function bearer(token: string): SignIn['authorization'] {
  return async () => `Bearer ${token}`;
}

async function awsSignIn(
  { cluster, region, profile, roleArn }: EksExec,
  { aws, deadline }: AwsSignIn,
): Promise<SignIn> {
  const named = profile || roleArn ? { profile, roleArn } : aws;
  const access = { ...named, region: region ?? aws.region };
  const client = new STSClient(await clientOptions(access, deadline));
  return eksSignIn({
    cluster,
    region: access.region,
    credentials: client.config.credentials,
  });
}
