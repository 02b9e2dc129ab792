import { dirname } from 'node:path';
import type { Cluster, EKS } from '@aws-sdk/client-eks';
import { withTools } from '../../tools/withTools';
import { ec2, LEDGER, present } from '../awsClients';
import { callCluster } from '../kubernetes/callCluster';
import { startTestbed, type Testbed } from '../startTestbed';
import { bearerToken } from './bearerToken';
import { eventually } from './eventually';
import { createCluster, createSubnets, eks, NAME, ROLE } from './smallCluster';

const START_MILLISECONDS = 180_000;
const REGISTRATION =
  '/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.metrics.k8s.io';
const DEPLOYMENTS = '/apis/apps/v1/namespaces/kube-system/deployments';
const AUTOSCALERS =
  '/apis/autoscaling/v2/namespaces/kube-system/horizontalpodautoscalers';

interface Conditions {
  status?: { conditions?: { type: string; status: string; reason: string }[] };
}

withTools(['moto', 'kubernetes', 'kwok'], ({ moto, kubernetes, kwok }) => {
  describe('the add-on metrics-server', () => {
    let testbed: Testbed;
    let client: EKS;
    let cluster: Cluster;
    let env: Record<string, string>;

    beforeAll(async () => {
      testbed = await startTestbed(moto.path, {
        kubernetes: dirname(kubernetes.path),
        kwok: kwok.path,
      });
      client = await eks(testbed);
      env = await testbed.signIn(LEDGER.account);
      const subnets = await createSubnets(await ec2(testbed));
      cluster = await createCluster(client, subnets);
      await client.createNodegroup({
        clusterName: NAME,
        nodegroupName: 'workers',
        subnets,
        nodeRole: ROLE,
        instanceTypes: ['m7i.xlarge'],
      });
      await client.createAddon({
        clusterName: NAME,
        addonName: 'metrics-server',
      });
    }, START_MILLISECONDS);

    afterAll(() => testbed?.stop());

    const call = async (
      path: string,
      { method, body }: { method?: string; body?: object } = {},
    ) =>
      callCluster(
        {
          endpoint: present(cluster.endpoint),
          certificateAuthority: present(cluster.certificateAuthority?.data),
          // The bed's own, of which a test knows nothing.
          processGroup: 0,
        },
        path,
        {
          method,
          body,
          token: bearerToken({ url: testbed.url, env, cluster: NAME }),
        },
      );
    const condition = async (path: string, type: string) => {
      const { body } = await call(path);
      const { status } = body as Conditions;
      return status?.conditions?.find(one => one.type === type);
    };

    it('makes the metrics API available once its pods are ready', async () => {
      await expect(
        eventually(
          () => condition(REGISTRATION, 'Available'),
          one => one?.status === 'True',
        ),
      ).resolves.toMatchObject({ reason: 'Passed' });
    });

    it('tells autoscalers how busy pods are', async () => {
      const { status } = await call(AUTOSCALERS, {
        method: 'POST',
        body: {
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'metrics-server', namespace: 'kube-system' },
          spec: {
            scaleTargetRef: {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              name: 'metrics-server',
            },
            minReplicas: 2,
            maxReplicas: 3,
            metrics: [
              {
                type: 'Resource',
                resource: {
                  name: 'cpu',
                  target: { type: 'Utilization', averageUtilization: 50 },
                },
              },
            ],
          },
        },
      });
      expect(status).toBe(201);
      const path = `${AUTOSCALERS}/metrics-server`;
      await eventually(
        () => condition(path, 'ScalingActive'),
        one => one?.status === 'True',
      );
      expect((await call(path)).body).toMatchObject({
        status: {
          currentMetrics: [
            { resource: { current: { averageUtilization: 50 } } },
          ],
        },
      });
      await call(path, { method: 'DELETE' });
    });

    it('makes it unavailable when its pods are gone', async () => {
      const path = `${DEPLOYMENTS}/metrics-server`;
      const { body } = await call(path);
      const deployment = body as { spec: object };
      await call(path, {
        method: 'PUT',
        body: { ...deployment, spec: { ...deployment.spec, replicas: 0 } },
      });
      await expect(
        eventually(
          () => condition(REGISTRATION, 'Available'),
          one => one?.status === 'False',
        ),
      ).resolves.toMatchObject({ reason: 'MissingEndpoints' });
    });
  });
});
