import type {
  AwsCredentialIdentityProvider,
  NodeHttpHandlerOptions,
} from '@smithy/types';
import type { Deadline } from '../deadline';
import { DeadlineRetryStrategy } from './retryStrategy';

/** Whose eyes and hands a client has. Without profile and role: those of the job, by AWS's ordinary chain. */
export interface AwsAccess {
  /** AWS region, such as ap-northeast-1. */
  region: string;
  /** Name of a profile of the AWS configuration. */
  profile?: string;
  /** ARN of a role to take on; with a profile, as that profile. */
  roleArn?: string;
}

/** What every client of the AWS SDK is made with. */
export interface AwsClientOptions {
  region: string;
  credentials?: AwsCredentialIdentityProvider;
  retryStrategy: DeadlineRetryStrategy;
  customUserAgent: string;
  requestHandler: NodeHttpHandlerOptions;
}

/**
 * Milliseconds until a call without an answer counts as failed: without these the SDK waits for ever, past every
 * deadline.
 */
const PATIENCE: NodeHttpHandlerOptions = {
  connectionTimeout: 10_000,
  requestTimeout: 60_000,
  throwOnRequestTimeout: true,
};

/** Name of the session of an assumed role, as CloudTrail shows it. */
const SESSION_NAME = 'scalardl-on-eks';

/**
 * The options of a client. `AWS_ENDPOINT_URL` and its relatives are read by the SDK itself
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html).
 */
export async function clientOptions(
  access: AwsAccess,
  deadline: Deadline,
): Promise<AwsClientOptions> {
  return {
    region: access.region,
    credentials: await credentialsOf(access),
    retryStrategy: new DeadlineRetryStrategy(deadline),
    customUserAgent: SESSION_NAME,
    requestHandler: PATIENCE,
  };
}

/** `undefined` leaves the choice to the SDK: environment, web identity, configuration, instance. */
async function credentialsOf({
  region,
  profile,
  roleArn,
}: AwsAccess): Promise<AwsCredentialIdentityProvider | undefined> {
  if (!profile && !roleArn) return undefined;
  const { fromNodeProviderChain, fromTemporaryCredentials } =
    await import('@aws-sdk/credential-providers');
  const base = profile ? fromNodeProviderChain({ profile }) : undefined;
  if (!roleArn) return base;
  return remembered(
    fromTemporaryCredentials({
      masterCredentials: base,
      params: { RoleArn: roleArn, RoleSessionName: SESSION_NAME },
      clientConfig: { region },
    }),
  );
}

/** Credentials are taken on again this long before they end. */
const BEFORE_END = 5 * 60_000;

/** Every client asks for itself; all of them share one session. */
function remembered(
  provider: AwsCredentialIdentityProvider,
): AwsCredentialIdentityProvider {
  let session: ReturnType<AwsCredentialIdentityProvider> | undefined;
  let end = Infinity;
  return async () => {
    if (!session || Date.now() > end - BEFORE_END) {
      session = provider();
      session.catch(() => (session = undefined));
    }
    const credentials = await session;
    end = credentials.expiration?.getTime() ?? Infinity;
    return credentials;
  };
}
