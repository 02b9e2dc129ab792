import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster, EKS } from '@aws-sdk/client-eks';
import { withTools } from '../../tools/withTools';
import { ec2, LEDGER } from '../awsClients';
import { startTestbed, type Testbed } from '../startTestbed';
import { bearerToken, type TokenContent } from './bearerToken';
import { callAs } from './callAs';
import { eventually } from './eventually';
import {
  createCluster,
  createSubnets,
  describe as read,
  eks,
  finished,
  NAME,
  ROLE,
} from './smallCluster';

const START_MILLISECONDS = 180_000;
const GROUP = 'workers';
const NODES = '/api/v1/nodes';

interface Named {
  items: { metadata: { name: string; labels: Record<string, string> } }[];
}

withTools(['moto', 'kubernetes', 'kwok'], ({ moto, kubernetes, kwok }) => {
  describe('the Kubernetes API of a cluster', () => {
    let testbed: Testbed;
    let client: EKS;
    let cluster: Cluster;
    let subnets: string[];
    let env: Record<string, string>;

    beforeAll(async () => {
      testbed = await startTestbed(moto.path, {
        kubernetes: dirname(kubernetes.path),
        kwok: kwok.path,
      });
      client = await eks(testbed);
      env = await testbed.signIn(LEDGER.account);
      subnets = await createSubnets(await ec2(testbed));
      cluster = await createCluster(client, subnets, '1.34');
    }, START_MILLISECONDS);

    afterAll(() => testbed?.stop());

    const call = (path: string, content: Partial<TokenContent> = {}) =>
      callAs(
        bearerToken({ url: testbed.url, env, cluster: NAME, ...content }),
        cluster,
        path,
      );
    const gone = () =>
      eventually(
        async () =>
          (await client.listNodegroups({ clusterName: NAME })).nodegroups,
        groups => groups?.length === 0,
      );
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);

    it('knows the role that created it, whatever session it comes in', async () => {
      expect(
        await call('/api/v1/namespaces/kube-system/secrets'),
      ).toMatchObject({ status: 200 });
    });

    it.each([
      ['for another cluster', { cluster: 'other' }],
      ['that asks for something else', { action: 'GetSessionToken' }],
      ['that is older than a quarter of an hour', { at: minutes(-16) }],
      ['from the future', { at: minutes(60) }],
    ])('refuses a token %s', async (_, content) => {
      expect(await call(NODES, content)).toMatchObject({ status: 401 });
    });

    it('refuses a token that another secret signed', async () => {
      const forged = { ...env, AWS_SECRET_ACCESS_KEY: 'guessed' };
      expect(await call(NODES, { env: forged })).toMatchObject({ status: 401 });
    });

    it('admits nobody of another account without an access entry', async () => {
      const stranger = await testbed.signIn('222222222222');
      expect(await call(NODES, { env: stranger })).toMatchObject({
        status: 401,
      });
      const principalArn = 'arn:aws:iam::222222222222:role/administrator';
      await client.createAccessEntry({
        clusterName: NAME,
        principalArn,
        kubernetesGroups: ['viewers'],
      });
      expect(await call(NODES, { env: stranger })).toMatchObject({
        status: 403,
      });
      await client.associateAccessPolicy({
        clusterName: NAME,
        principalArn,
        policyArn:
          'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
        accessScope: { type: 'cluster' },
      });
      // Kubernetes remembers for a while who a token stood for.
      await eventually(
        () => call(NODES, { env: stranger }),
        ({ status }) => status === 200,
      );
    });

    it('gives a principal the rights of its policies, and no more', async () => {
      const reader = await testbed.signIn('333333333333');
      const entry = {
        clusterName: NAME,
        principalArn: 'arn:aws:iam::333333333333:role/administrator',
      };
      await client.createAccessEntry(entry);
      await client.associateAccessPolicy({
        ...entry,
        policyArn: 'arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy',
        accessScope: { type: 'cluster' },
      });
      const namespace = '/api/v1/namespaces/kube-system';
      expect(await call(`${namespace}/pods`, { env: reader })).toMatchObject({
        status: 200,
      });
      expect(await call(`${namespace}/secrets`, { env: reader })).toMatchObject(
        { status: 403 },
      );
    });

    it('leaves objects as they are while its controllers are paused', async () => {
      await testbed.pauseControllers(true);
      const token = bearerToken({ url: testbed.url, env, cluster: NAME });
      const made = await callAs(token, cluster, '/api/v1/namespaces', {
        metadata: { name: 'paused' },
      });
      expect(made.status).toBe(201);
      const accounts = async () =>
        (await call('/api/v1/namespaces/paused/serviceaccounts')).body as Named;
      // A controller would have made one by then.
      await sleep(1_000);
      expect((await accounts()).items).toEqual([]);
      await testbed.pauseControllers(false);
      await eventually(accounts, ({ items }) => items.length > 0);
    });

    it('has the nodes of a node group, ready and in every zone, until it is gone', async () => {
      await client.createNodegroup({
        clusterName: NAME,
        nodegroupName: GROUP,
        subnets,
        nodeRole: ROLE,
        instanceTypes: ['m7i.xlarge'],
        labels: { side: 'ledger' },
        scalingConfig: { minSize: 3, desiredSize: 3, maxSize: 4 },
      });
      const nodes = async () => ((await call(NODES)).body as Named).items;
      const there = await eventually(nodes, ({ length }) => length === 3);
      expect(there.map(({ metadata }) => metadata.labels)).toMatchObject(
        ['a', 'b', 'c'].map(zone => ({
          side: 'ledger',
          'eks.amazonaws.com/nodegroup': GROUP,
          'node.kubernetes.io/instance-type': 'm7i.xlarge',
          'topology.kubernetes.io/zone': `${LEDGER.region}${zone}`,
        })),
      );
      await client.createAddon({ clusterName: NAME, addonName: 'vpc-cni' });
      const daemonSet =
        '/apis/apps/v1/namespaces/kube-system/daemonsets/aws-node';
      await eventually(
        async () => (await call(daemonSet)).body,
        body =>
          (body as { status?: { numberReady?: number } }).status
            ?.numberReady === 3,
      );
      await client.deleteNodegroup({ clusterName: NAME, nodegroupName: GROUP });
      await eventually(nodes, ({ length }) => length === 0);
      await gone();
    });

    it('does without nodes that never joined when their group is deleted', async () => {
      await testbed.settings({
        failures: [{ resource: 'nodegroup', reason: 'nodes do not join' }],
      });
      await client.createNodegroup({
        clusterName: NAME,
        nodegroupName: GROUP,
        subnets,
        nodeRole: ROLE,
      });
      const group = { clusterName: NAME, nodegroupName: GROUP };
      await eventually(
        async () => (await client.describeNodegroup(group)).nodegroup,
        nodegroup => nodegroup?.status === 'CREATE_FAILED',
      );
      expect(await call(NODES)).toMatchObject({ body: { items: [] } });
      await client.deleteNodegroup(group);
      await gone();
    });

    it('is reached as the cluster says', async () => {
      const configure = async (
        endpointPublicAccess: boolean,
        publicAccessCidrs: string[],
      ) => {
        const { update } = await client.updateClusterConfig({
          name: NAME,
          resourcesVpcConfig: {
            endpointPublicAccess,
            endpointPrivateAccess: true,
            publicAccessCidrs,
          },
        });
        await finished(client, update);
      };
      await configure(true, ['203.0.113.7/32']);
      await testbed.callers({ inside: false, address: '203.0.113.7' });
      expect(await call('/version')).toMatchObject({ status: 200 });
      await testbed.callers({ inside: false, address: '198.51.100.1' });
      await expect(call('/version')).rejects.toThrow();
      await testbed.callers({ inside: true });
      expect(await call('/version')).toMatchObject({ status: 200 });
    });

    it('is upgraded with the cluster', async () => {
      await testbed.callers({ inside: true });
      expect(await call('/version')).toMatchObject({ body: { minor: '34' } });
      const { update } = await client.updateClusterVersion({
        name: NAME,
        version: '1.35',
      });
      await finished(client, update);
      expect(await read(client)).toMatchObject({ version: '1.35' });
      expect(await call('/version')).toMatchObject({ body: { minor: '35' } });
    });

    it('is gone with the cluster', async () => {
      await client.deleteCluster({ name: NAME });
      await eventually(
        async () => (await client.listClusters({})).clusters,
        clusters => clusters?.length === 0,
      );
      await expect(call('/version')).rejects.toThrow();
    });
  });
});
