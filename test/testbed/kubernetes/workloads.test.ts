import { withTools } from '../../tools/withTools';
import { eventually } from './eventually';
import {
  daemonSet,
  deployment,
  disruptionBudget,
  job,
  node,
} from './manifests';
import { podsOf, readyPodsOf, type Pod } from './pods';
import { Clusters } from './startClusters';

const NODES = [node(0), node(1), node(2)];
const LAST = node(2).name;

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('workloads on the nodes of a cluster', () => {
    let clusters: Clusters;

    beforeAll(async () => {
      clusters = new Clusters(tools);
      await clusters.start('ledger', '1.35');
      for (const each of NODES) {
        await clusters.on('ledger', 'add_node', { node: each });
      }
    });

    afterAll(() => clusters?.stop());

    const apply = (manifest: object) =>
      clusters.on('ledger', 'apply', { manifest });
    const get = (path: string) =>
      clusters.on('ledger', 'request', { method: 'GET', path });
    const nodesOf = (pods: Pod[]) => pods.map(pod => pod.node).sort();

    const readyPods = (app: string, count: number) =>
      readyPodsOf(clusters, 'ledger', { app, count });

    it('shows a node as EKS shows it, and soon ready', async () => {
      const shown = await eventually(async () => {
        const found = await get(`/api/v1/nodes/${NODES[1]?.name}`);
        expect(found).toMatchObject({
          status: {
            conditions: expect.arrayContaining([
              expect.objectContaining({ type: 'Ready', status: 'True' }),
            ]),
          },
        });
        return found;
      });
      expect(shown).toMatchObject({
        metadata: {
          labels: {
            'eks.amazonaws.com/nodegroup': 'workers',
            'kubernetes.io/arch': 'amd64',
            'kubernetes.io/os': 'linux',
            'kubernetes.io/hostname': NODES[1]?.name,
            'node.kubernetes.io/instance-type': 'm7i.xlarge',
            'scalar-labs.com/dedicated-node': 'scalardl-ledger',
            'topology.kubernetes.io/region': 'eu-central-1',
            'topology.kubernetes.io/zone': 'eu-central-1b',
          },
        },
        spec: { providerID: 'aws:///eu-central-1b/i-00000000000000001' },
        status: {
          allocatable: { cpu: '3920m', memory: '15391Mi', pods: '58' },
          capacity: { cpu: '4', memory: '16Gi', pods: '58' },
          addresses: expect.arrayContaining([
            { type: 'InternalIP', address: '10.1.2.10' },
          ]),
          nodeInfo: { kubeletVersion: 'v1.35.0-eks-ba24e9c' },
        },
      });
    });

    it('makes pods of a Deployment, one a zone, with addresses of their nodes', async () => {
      await apply(deployment('web', 3));
      const pods = await readyPods('web', 3);
      expect(nodesOf(pods)).toEqual(NODES.map(({ name }) => name));
      expect(pods.map(pod => pod.address?.split('.')[2]).sort()).toEqual([
        '1',
        '3',
        '5',
      ]);
    });

    it('runs a DaemonSet on every node', async () => {
      await apply(daemonSet('aws-node'));
      expect(nodesOf(await readyPods('aws-node', 3))).toEqual(
        NODES.map(({ name }) => name),
      );
    });

    it('completes a Job', async () => {
      await apply(job('schema'));
      await eventually(async () =>
        expect(
          await get('/apis/batch/v1/namespaces/default/jobs/schema'),
        ).toMatchObject({ status: { succeeded: 1 } }),
      );
    });

    it('changes nothing when the same is applied again', async () => {
      const path = '/apis/apps/v1/namespaces/default/deployments/web';
      const before = await get(path);
      await apply(deployment('web', 3));
      expect(await get(path)).toEqual(before);
    });

    it('leaves pods where a budget forbids their eviction, and names them', async () => {
      await apply(deployment('guarded', 3));
      await apply(disruptionBudget('guarded'));
      const pods = await readyPods('guarded', 3);
      const guarded = pods.find(pod => pod.node === LAST);
      await eventually(async () =>
        expect(
          await get(
            '/apis/policy/v1/namespaces/default/poddisruptionbudgets/guarded',
          ),
        ).toMatchObject({ status: { currentHealthy: 3 } }),
      );
      expect(await clusters.on('ledger', 'drain_node', { name: LAST })).toEqual(
        [`default/${guarded?.name}`],
      );
      expect(await podsOf(clusters, 'ledger', 'guarded')).toContainEqual(
        guarded,
      );
    });

    it('moves pods elsewhere when a node is gone', async () => {
      await clusters.on('ledger', 'add_node', { node: node(3) });
      await clusters.on('ledger', 'remove_node', { name: LAST });
      await expect(get(`/api/v1/nodes/${LAST}`)).rejects.toThrow('HTTP 404');
      const moved = await readyPods('web', 3);
      expect(nodesOf(moved)).not.toContain(LAST);
      expect(nodesOf(await readyPods('aws-node', 3))).toEqual(
        [NODES[0]?.name, NODES[1]?.name, node(3).name].sort(),
      );
    });
  });
});
