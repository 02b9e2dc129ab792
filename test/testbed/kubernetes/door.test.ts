import { setTimeout as pause } from 'node:timers/promises';
import { withTools } from '../../tools/withTools';
import { callCluster } from './callCluster';
import { Clusters, type Cluster } from './startClusters';

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('the door of an endpoint', () => {
    let clusters: Clusters;
    let cluster: Cluster;

    beforeAll(async () => {
      clusters = new Clusters(tools);
      cluster = await clusters.start('ledger', '1.34');
      await clusters.on('ledger', 'wait_ready');
    });

    afterAll(() => clusters?.stop());

    const anywhere = ['0.0.0.0/0'];
    const office = ['198.51.100.0/24', '203.0.113.0/28'];
    const outside = { inside: false, address: '203.0.113.7' };
    const inside = { inside: true, address: '10.1.2.3' };

    it.each([
      { who: outside, public: true, private: false, cidrs: anywhere },
      { who: outside, public: true, private: true, cidrs: office },
      { who: inside, public: false, private: true, cidrs: anywhere },
      { who: inside, public: true, private: true, cidrs: office },
      { who: inside, public: true, private: false, cidrs: anywhere },
    ])(
      'is open for $who where public is $public, private is $private, for $cidrs',
      async ({ who, cidrs, ...access }) => {
        await clusters.moveCaller(who);
        await clusters.on('ledger', 'set_access', {
          ...access,
          public_cidrs: cidrs,
        });
        expect(await callCluster(cluster, '/readyz')).toEqual({
          status: 200,
          body: 'ok',
        });
      },
    );

    it.each([
      { who: outside, public: false, private: true, cidrs: anywhere },
      { who: outside, public: true, private: true, cidrs: ['203.0.113.8/32'] },
      { who: inside, public: true, private: false, cidrs: office },
    ])(
      'resets $who where public is $public, private is $private, for $cidrs',
      async ({ who, cidrs, ...access }) => {
        await clusters.moveCaller(who);
        await clusters.on('ledger', 'set_access', {
          ...access,
          public_cidrs: cidrs,
        });
        await expect(callCluster(cluster, '/readyz')).rejects.toThrow(
          expect.objectContaining({ code: 'ECONNRESET' }),
        );
      },
    );

    it('leaves the refused without an answer where the test wants it so', async () => {
      await clusters.moveCaller({ ...outside, silence: true });
      await clusters.on('ledger', 'set_access', {
        public: false,
        private: true,
        public_cidrs: anywhere,
      });
      await expect(callCluster(cluster, '/readyz')).rejects.toThrow(
        'no answer',
      );
    });

    it('cuts a connection when the caller moves out of the network', async () => {
      await clusters.moveCaller(inside);
      await clusters.on('ledger', 'set_access', {
        public: false,
        private: true,
        public_cidrs: anywhere,
      });
      const watching = callCluster(
        cluster,
        '/api/v1/namespaces?watch=true&timeoutSeconds=3',
        { token: 'administrator-token' },
      );
      const cut = watching.catch((error: unknown) => error);
      await pause(500);
      await clusters.moveCaller(outside);
      expect(await cut).toMatchObject({ code: 'ECONNRESET' });
    });
  });
});
