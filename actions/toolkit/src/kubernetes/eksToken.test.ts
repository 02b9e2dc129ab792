import { eksToken } from './eksToken';

const CREDENTIALS = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'secret',
  sessionToken: 'session/+=',
};

async function urlOf(env: NodeJS.ProcessEnv = {}): Promise<URL> {
  const token = await eksToken(
    {
      cluster: 'shop',
      region: 'eu-west-1',
      credentials: async () => CREDENTIALS,
    },
    env,
  );
  const [prefix, encoded = ''] = token.split('.');
  expect(prefix).toBe('k8s-aws-v1');
  expect(encoded).not.toMatch(/[=+/]/);
  return new URL(Buffer.from(encoded, 'base64url').toString());
}

describe('eksToken', () => {
  it('holds a call of GetCallerIdentity in the region, signed for this cluster and a minute', async () => {
    const { origin, searchParams } = await urlOf();
    expect(origin).toBe('https://sts.eu-west-1.amazonaws.com');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      Action: 'GetCallerIdentity',
      'X-Amz-Credential': expect.stringMatching(
        /^AKIDEXAMPLE\/\d{8}\/eu-west-1\/sts\/aws4_request$/,
      ),
      'X-Amz-Security-Token': 'session/+=',
      'X-Amz-Expires': '60',
      'X-Amz-SignedHeaders': 'host;x-k8s-aws-id',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('goes where the variables of the SDK send STS', async () => {
    const env = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' };
    await expect(urlOf(env)).resolves.toMatchObject({
      origin: 'http://127.0.0.1:4566',
    });
    await expect(
      urlOf({ ...env, AWS_ENDPOINT_URL_STS: 'https://sts.example' }),
    ).resolves.toMatchObject({ origin: 'https://sts.example' });
  });
});
