import { withTools } from '../../tools/withTools';
import { ADMINISTRATOR, callCluster, NOBODY } from './callCluster';
import { Clusters, type Cluster } from './startClusters';

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('who may call a cluster', () => {
    let clusters: Clusters;
    let cluster: Cluster;

    beforeAll(async () => {
      clusters = new Clusters(tools);
      cluster = await clusters.start('ledger', '1.35');
      await clusters.on('ledger', 'wait_ready');
    });

    afterAll(() => clusters?.stop());

    it('asks the bed who a token stands for', async () => {
      const { body } = await callCluster(
        cluster,
        '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        {
          token: ADMINISTRATOR,
          method: 'POST',
          body: {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'SelfSubjectReview',
          },
        },
      );
      expect(body).toMatchObject({
        status: {
          userInfo: {
            username: 'arn:aws:iam::111111111111:role/admin',
            groups: ['system:masters', 'system:authenticated'],
          },
        },
      });
    });

    it.each([
      { who: 'an administrator', token: ADMINISTRATOR, status: 200 },
      { who: 'a role without rights', token: NOBODY, status: 403 },
      { who: 'an unknown token', token: 'stolen', status: 401 },
      { who: 'nobody in particular', token: undefined, status: 401 },
    ])('answers $who with $status', async ({ token, status }) => {
      expect(
        await callCluster(cluster, '/api/v1/namespaces/kube-system/secrets', {
          token,
        }),
      ).toMatchObject({ status });
    });

    it.each([
      { path: '/healthz', status: 200 },
      { path: '/livez', status: 200 },
      { path: '/readyz', status: 200 },
      { path: '/version', status: 401 },
      { path: '/api', status: 401 },
    ])(
      'answers $path with $status where nobody signs in, as EKS does',
      async ({ path, status }) => {
        expect(await callCluster(cluster, path)).toMatchObject({ status });
      },
    );

    it('gives service accounts tokens that the API knows', async () => {
      const asAdministrator = { token: ADMINISTRATOR, method: 'POST' };
      const { body } = await callCluster(
        cluster,
        '/api/v1/namespaces/default/serviceaccounts/default/token',
        {
          ...asAdministrator,
          body: {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'TokenRequest',
            spec: {},
          },
        },
      );
      const { token } = (body as { status: { token: string } }).status;
      const review = await callCluster(
        cluster,
        '/apis/authentication.k8s.io/v1/tokenreviews',
        {
          ...asAdministrator,
          body: {
            apiVersion: 'authentication.k8s.io/v1',
            kind: 'TokenReview',
            spec: { token },
          },
        },
      );
      expect(review.body).toMatchObject({
        status: {
          authenticated: true,
          user: { username: 'system:serviceaccount:default:default' },
        },
      });
    });
  });
});
