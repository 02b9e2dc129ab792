/**
 * Environment variables with which an AWS SDK or eksctl reaches the bed as an administrator of the account. An
 * account of moto comes into being when a role in it is assumed.
 */
export async function signIn(
  url: string,
  accountId: string,
): Promise<Record<string, string>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=test',
    },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: `arn:aws:iam::${accountId}:role/administrator`,
      RoleSessionName: 'test',
    }),
  });
  const xml = await response.text();
  const element = (name: string) => {
    const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
    if (value === undefined) {
      throw new Error(
        `AssumeRole answered ${response.status} without ${name}: ${xml}`,
      );
    }
    return value;
  };
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: element('AccessKeyId'),
    AWS_SECRET_ACCESS_KEY: element('SecretAccessKey'),
    AWS_SESSION_TOKEN: element('SessionToken'),
    // Nothing of this machine: no profile, no instance role.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
