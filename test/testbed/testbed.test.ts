import { withTools } from '../tools/withTools';
import { startTestbed, type Testbed } from './startTestbed';

withTools(['moto'], ({ moto }) => {
  describe('the test bed', () => {
    let testbed: Testbed;

    beforeAll(async () => {
      testbed = await startTestbed(moto.path);
    }, 180_000);

    afterAll(() => testbed?.stop());

    /** Signed for the account and region, which is all that the simulator reads of a signature. */
    async function call(
      path: string,
      {
        service,
        region,
        env,
      }: { service: string; region: string; env: Record<string, string> },
      body?: URLSearchParams,
    ): Promise<string> {
      const response = await fetch(`${testbed.url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `AWS4-HMAC-SHA256 Credential=${env.AWS_ACCESS_KEY_ID}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=test`,
        },
        body,
      });
      return response.text();
    }

    it('listens on loopback only', () => {
      expect(testbed.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    });

    it('signs in to the account that is asked for', async () => {
      const env = await testbed.signIn('222222222222');
      const identity = await call(
        '/',
        { service: 'sts', region: 'us-east-1', env },
        new URLSearchParams({
          Action: 'GetCallerIdentity',
          Version: '2011-06-15',
        }),
      );
      expect(identity).toContain('<Account>222222222222</Account>');
    });

    it.each([
      { query: '', versions: ['1.36', '1.35', '1.34', '1.33'] },
      { query: '?defaultOnly=true', versions: ['1.35'] },
      { query: '?versionStatus=EXTENDED_SUPPORT', versions: ['1.33'] },
      {
        query: '?clusterVersions=1.34&clusterVersions=1.30',
        versions: ['1.34'],
      },
    ])('describes cluster versions $query', async ({ query, versions }) => {
      const env = await testbed.signIn('111111111111');
      const { clusterVersions } = JSON.parse(
        await call(`/cluster-versions${query}`, {
          service: 'eks',
          region: 'eu-central-1',
          env,
        }),
      ) as { clusterVersions: { clusterVersion: string }[] };
      expect(
        clusterVersions.map(({ clusterVersion }) => clusterVersion),
      ).toEqual(versions);
    });

    it('stops when it is told to', async () => {
      const other = await startTestbed(moto.path);
      await other.stop();
      await expect(fetch(other.url)).rejects.toThrow('fetch failed');
    });
  });

  it('says why the test bed did not start', async () => {
    await expect(startTestbed('/bin/false')).rejects.toThrow(
      'The test bed did not start',
    );
  });
});
