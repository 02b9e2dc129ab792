import { randomUUID } from 'node:crypto';
import { variable } from './runner.ts';

/** Named as AWS SDKs read them from the environment. */
export type Credentials = {
  AWS_ACCESS_KEY_ID: string;
  AWS_SECRET_ACCESS_KEY: string;
  AWS_SESSION_TOKEN: string;
};

async function askSts(
  parameters: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<(element: string) => string> {
  const response = await fetch(variable('AWS_ENDPOINT_URL'), {
    method: 'POST',
    headers,
    body: new URLSearchParams({ Version: '2011-06-15', ...parameters }),
  });
  const xml = await response.text();
  return name => {
    const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
    if (value === undefined) {
      throw new Error(`${parameters.Action}: ${response.status} ${xml}`);
    }
    return value;
  };
}

/** GitHub's token is made up; all else is as on AWS. */
export async function assume(role: string): Promise<Credentials> {
  const element = await askSts({
    Action: 'AssumeRoleWithWebIdentity',
    RoleArn: role,
    RoleSessionName: 'GitHubActions',
    WebIdentityToken: randomUUID(),
  });
  return {
    AWS_ACCESS_KEY_ID: element('AccessKeyId'),
    AWS_SECRET_ACCESS_KEY: element('SecretAccessKey'),
    AWS_SESSION_TOKEN: element('SessionToken'),
  };
}

/** Whose the credentials are. The bed reads who signs, and verifies no signature. */
export async function accountOf(
  { AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN }: Credentials,
  region: string,
): Promise<string> {
  const element = await askSts(
    { Action: 'GetCallerIdentity' },
    {
      authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/20260101/${region}/sts/aws4_request, SignedHeaders=host, Signature=stand-in`,
      'x-amz-security-token': AWS_SESSION_TOKEN,
    },
  );
  return element('Account');
}
