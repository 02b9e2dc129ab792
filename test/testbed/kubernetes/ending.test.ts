import { once } from 'node:events';
import { withTools } from '../../tools/withTools';
import { callCluster } from './callCluster';
import { eventually } from './eventually';
import { Clusters, type Cluster } from './startClusters';

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('the end of the clusters', () => {
    let clusters: Clusters;
    let cluster: Cluster;

    beforeEach(async () => {
      clusters = new Clusters(tools);
      cluster = await clusters.start('ledger', '1.36');
    });

    afterEach(() => clusters.process.kill('SIGKILL'));

    /** A group without processes does not exist: kill(2). */
    function isRunning({ processGroup }: Cluster): boolean {
      try {
        return process.kill(-processGroup, 0);
      } catch {
        return false;
      }
    }

    /** What there still is of the cluster. */
    async function left(): Promise<object> {
      const endpoint = await callCluster(cluster, '/readyz').catch(
        ({ code }: NodeJS.ErrnoException) => code,
      );
      return { running: isRunning(cluster), endpoint };
    }

    const NOTHING = { running: false, endpoint: 'ECONNREFUSED' };

    it('comes with the end of stdin', async () => {
      await clusters.on('ledger', 'wait_ready');
      expect(isRunning(cluster)).toBe(true);
      await clusters.stop();
      await eventually(async () => expect(await left()).toEqual(NOTHING));
    });

    it('comes while they are still starting', async () => {
      await clusters.stop();
      await eventually(async () => expect(await left()).toEqual(NOTHING));
    });

    it('comes with one cluster alone, and twice without harm', async () => {
      await clusters.on('ledger', 'wait_ready');
      await clusters.on('ledger', 'stop');
      await clusters.on('ledger', 'stop');
      await eventually(async () => expect(await left()).toEqual(NOTHING));
    });

    it('comes even where the bed is killed', async () => {
      await clusters.on('ledger', 'wait_ready');
      const closed = once(clusters.process, 'close');
      clusters.process.kill('SIGKILL');
      await closed;
      await eventually(async () => expect(await left()).toEqual(NOTHING));
    });
  });

  describe('the early end of one part', () => {
    it('is told with what the part said last', async () => {
      const kwok = { path: process.execPath };
      const clusters = new Clusters({ ...tools, kwok });
      await clusters.start('ledger', '1.36');
      const told = await clusters
        .on('ledger', 'wait_ready')
        .catch(({ message, cause }: Error) => `${message} ${String(cause)}`);
      await clusters.stop();
      expect(told).toContain('kwok ended with 9:');
      expect(told).toContain('bad option: --manage-all-nodes=true');
    });
  });
});
