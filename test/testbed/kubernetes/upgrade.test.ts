import { withTools } from '../../tools/withTools';
import { ADMINISTRATOR, callCluster } from './callCluster';
import { deployment, node } from './manifests';
import { podsOf, readyPodsOf } from './pods';
import { Clusters, type Cluster } from './startClusters';

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('the upgrade of a cluster', () => {
    let clusters: Clusters;
    let cluster: Cluster;

    beforeAll(async () => {
      clusters = new Clusters(tools);
      cluster = await clusters.start('ledger', '1.34');
      await clusters.on('ledger', 'add_node', { node: node(0) });
      await clusters.on('ledger', 'apply', { manifest: deployment('web', 1) });
    });

    afterAll(() => clusters?.stop());

    const get = (path: string) =>
      callCluster(cluster, path, { token: ADMINISTRATOR });
    const readyPods = (count: number) =>
      readyPodsOf(clusters, 'ledger', { app: 'web', count });

    it('is never without an API, keeps every object, and goes on working', async () => {
      const before = await readyPods(1);

      let upgraded = false;
      const upgrade = clusters
        .on('ledger', 'set_version', { minor: '1.35' })
        .finally(() => {
          upgraded = true;
        });
      const statuses = new Set<number>();
      while (!upgraded) statuses.add((await get('/api/v1/pods')).status);
      await upgrade;

      expect([...statuses]).toEqual([200]);
      expect((await get('/version')).body).toMatchObject({ minor: '35' });
      expect(await podsOf(clusters, 'ledger', 'web')).toEqual(before);

      await clusters.on('ledger', 'apply', { manifest: deployment('web', 2) });
      expect(await readyPods(2)).toEqual(expect.arrayContaining(before));
    });
  });
});
