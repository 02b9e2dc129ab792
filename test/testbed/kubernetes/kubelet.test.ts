import { withTools } from '../../tools/withTools';
import { HealthServer } from './healthServer';
import { eventually } from './eventually';
import { node } from './manifests';
import { Clusters } from './startClusters';

const PROGRAM = '/usr/local/bin/grpc_health_probe';
const IMAGE = 'registry.test/with-probe:1';
const HOST = 'balancer.test';

interface Terminated {
  exitCode: number;
  reason: string;
  message?: string;
}

interface State {
  terminated?: Terminated;
  waiting?: { reason: string; message: string };
}

interface ApiPod {
  spec: { nodeName: string };
  status: {
    phase: string;
    podIP?: string;
    containerStatuses?: { name: string; state: State }[];
  };
}

/** A pod that asks addresses, a container each. */
function asking(
  name: string,
  { addresses, image = IMAGE }: { addresses: string[]; image?: string },
) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      restartPolicy: 'Never',
      containers: addresses.map((address, index) => ({
        name: `c${index}`,
        image,
        command: [PROGRAM, `-addr=${address}`, '-connect-timeout=2s'],
        terminationMessagePolicy: 'FallbackToLogsOnError',
      })),
    },
  };
}

withTools(
  ['moto', 'kubernetes', 'kwok', 'grpc-health-probe'],
  ({ 'grpc-health-probe': probe, ...tools }) => {
    describe('pods that run a real program', () => {
      let clusters: Clusters;
      let server: HealthServer;

      beforeAll(async () => {
        clusters = new Clusters(tools, { [PROGRAM]: probe.path });
        await clusters.start('ledger', '1.35');
        await clusters.on('ledger', 'add_node', { node: node(0) });
        server = await HealthServer.start('SERVING');
        await clusters.setContainers({
          images: [
            { name: IMAGE, programs: [PROGRAM] },
            { name: 'registry.test/without:1' },
          ],
          addresses: [{ name: `${HOST}:50051`, port: server.port }],
        });
      }, 180_000);

      afterAll(async () => {
        await server?.stop();
        await clusters?.stop();
      });

      const apply = (manifest: object) =>
        clusters.on('ledger', 'apply', { manifest });

      const ended = (name: string, phase: string) =>
        eventually(async () => {
          const path = `/api/v1/namespaces/default/pods/${name}`;
          const found = (await clusters.on('ledger', 'request', {
            method: 'GET',
            path,
          })) as ApiPod;
          expect(found.status).toMatchObject({
            phase,
            containerStatuses: expect.anything(),
          });
          return (found.status.containerStatuses ?? []).map(
            ({ state }) => state,
          );
        });

      it('end as the program does, each container by itself', async () => {
        await apply(
          asking('two', { addresses: [`${HOST}:50051`, `${HOST}:50052`] }),
        );
        const [serving, closed] = await ended('two', 'Failed');
        expect(serving?.terminated).toMatchObject({
          exitCode: 0,
          reason: 'Completed',
        });
        expect(closed?.terminated).toMatchObject({
          exitCode: 2,
          reason: 'Error',
          message: expect.stringContaining(
            `timeout: failed to connect service "${HOST}:50052"`,
          ),
        });
        expect(server.calls).toBe(1);
      });

      it('do not start without the program, nor without the image', async () => {
        const addresses = [`${HOST}:50051`];
        const without = 'registry.test/without:1';
        await apply(asking('lacking', { addresses, image: without }));
        const [lacking] = await ended('lacking', 'Failed');
        expect(lacking?.terminated).toMatchObject({
          exitCode: 128,
          reason: 'StartError',
        });
        const nowhere = 'registry.test/nowhere:1';
        await apply(asking('waiting', { addresses, image: nowhere }));
        const [waiting] = await ended('waiting', 'Pending');
        expect(waiting?.waiting?.reason).toBe('ImagePullBackOff');
      });

      it('leave every other pod to kwok', async () => {
        const pod = asking('other', { addresses: [] });
        const containers = [{ name: 'main', image: IMAGE }];
        await apply({ ...pod, spec: { ...pod.spec, containers } });
        await eventually(async () => {
          const found = (await clusters.on('ledger', 'request', {
            method: 'GET',
            path: '/api/v1/namespaces/default/pods/other',
          })) as ApiPod;
          expect(found.status).toMatchObject({
            phase: 'Running',
            podIP: expect.any(String),
          });
        });
      });
    });
  },
);
