import { withTools } from '../../tools/withTools';
import { eventually } from './eventually';
import {
  servicePath,
  startLoadBalancerWorld,
  type LoadBalancerWorld,
} from './loadBalancerWorld';
import {
  loadBalancerController,
  loadBalancerService,
  serviceWebhook,
} from './manifests';

const CONTROLLER = `/apis/apps/v1/namespaces/kube-system/deployments/${loadBalancerController().metadata.name}`;
const IN_TREE = {
  'aws-load-balancer-type': 'nlb',
  'aws-load-balancer-internal': 'true',
};

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('AWS Load Balancer Controller', () => {
    let world: LoadBalancerWorld;

    beforeAll(async () => {
      world = await startLoadBalancerWorld(tools);
      await world.tagSubnets();
      await world.apply(loadBalancerService('before', IN_TREE));
      await world.loadBalancerOf('before');
    });

    afterAll(() => world?.stop());

    it('takes every new Service, whatever its annotations say', async () => {
      await world.apply(loadBalancerController());
      await world.apply(serviceWebhook());
      // Until the webhook is served, the API refuses new Services, as it does on EKS.
      await eventually(() =>
        world.apply(loadBalancerService('after', IN_TREE)),
      );
      const balancer = await world.loadBalancerOf('after');
      expect(balancer.SecurityGroups).toHaveLength(2);
      expect((await world.service('after')).spec.loadBalancerClass).toBe(
        'service.k8s.aws/nlb',
      );
    });

    it('leaves the Services that were there to the cloud provider', async () => {
      const balancer = await world.loadBalancerOf('before');
      expect(balancer.SecurityGroups ?? []).toEqual([]);
      expect(
        (await world.service('before')).spec.loadBalancerClass,
      ).toBeUndefined();
    });

    it('lets other Services pass', async () => {
      await world.apply(
        loadBalancerService('inner', {}, { type: 'ClusterIP' }),
      );
      expect(
        (await world.service('inner')).spec.loadBalancerClass,
      ).toBeUndefined();
    });

    it('must not go before its Services, which then cannot be deleted', async () => {
      await world.request('DELETE', CONTROLLER);
      await eventually(async () =>
        expect(
          await world.request(
            'GET',
            '/api/v1/namespaces/kube-system/pods?labelSelector=app.kubernetes.io%2Fname%3Daws-load-balancer-controller',
          ),
        ).toMatchObject({ items: [] }),
      );
      await world.request('DELETE', servicePath('after'));
      await world.request('DELETE', servicePath('before'));
      await world.goneService('before');
      expect((await world.service('after')).metadata).toMatchObject({
        deletionTimestamp: expect.any(String),
        finalizers: ['service.k8s.aws/resources'],
      });
      expect(await world.loadBalancers()).toHaveLength(1);

      await world.apply(loadBalancerController());
      await world.goneService('after');
      expect(await world.loadBalancers()).toEqual([]);
    });
  });
});
