import { withTools } from '../../tools/withTools';
import { ADMINISTRATOR, callCluster } from './callCluster';
import { Clusters, type Cluster } from './startClusters';

const MINORS = ['1.33', '1.34', '1.35', '1.36'];

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('the versions of clusters', () => {
    let clusters: Clusters;
    const started = new Map<string, Cluster>();

    beforeAll(async () => {
      clusters = new Clusters(tools);
      for (const minor of MINORS) {
        started.set(minor, await clusters.start(`at-${minor}`, minor));
      }
      for (const minor of MINORS) {
        await clusters.on(`at-${minor}`, 'wait_ready');
      }
    });

    afterAll(() => clusters?.stop());

    it.each(MINORS)('says that it is Kubernetes %s', async minor => {
      const cluster = started.get(minor);
      const answer =
        cluster &&
        (await callCluster(cluster, '/version', { token: ADMINISTRATOR }));
      expect(answer?.body).toMatchObject({
        major: '1',
        minor: minor.slice(2),
        gitVersion: expect.stringMatching(
          new RegExp(`^v${minor}\\.\\d+-eks-[0-9a-f]+$`),
        ),
      });
    });

    it('names the versions that it has', async () => {
      await expect(clusters.start('older', '1.30')).rejects.toThrow(
        /Expected control-plane-1\.30 in .*, which has control-plane-1\.33, .*1\.36\./,
      );
    });
  });
});
