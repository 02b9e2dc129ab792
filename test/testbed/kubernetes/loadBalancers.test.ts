import { withTools } from '../../tools/withTools';
import { present } from '../awsClients';
import { eventually } from './eventually';
import {
  servicePath,
  startLoadBalancerWorld,
  type LoadBalancerWorld,
} from './loadBalancerWorld';
import {
  deployment,
  EXTERNAL,
  loadBalancerController,
  loadBalancerService,
  ZONES,
} from './manifests';
import { podsOf } from './pods';

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('Services of type LoadBalancer', () => {
    let world: LoadBalancerWorld;

    beforeAll(async () => {
      world = await startLoadBalancerWorld(tools);
    });

    afterAll(() => world?.stop());

    it('wait until AWS Load Balancer Controller is installed and subnets are tagged', async () => {
      await world.apply(deployment('envoy', 2));
      await world.apply(loadBalancerService('envoy', EXTERNAL));
      await world.apply(loadBalancerController());
      await eventually(async () =>
        expect(
          await world.request(
            'GET',
            '/api/v1/namespaces/default/events?fieldSelector=reason%3DFailedBuildModel',
          ),
        ).toMatchObject({
          items: [
            {
              involvedObject: { kind: 'Service', name: 'envoy' },
              message: expect.stringContaining(
                'kubernetes.io/role/internal-elb',
              ),
            },
          ],
        }),
      );
      expect(await world.loadBalancers()).toEqual([]);
    });

    it('become internal load balancers with a security group of their own', async () => {
      await world.tagSubnets();
      const balancer = await world.loadBalancerOf('envoy');
      expect(balancer).toMatchObject({
        Type: 'network',
        Scheme: 'internal',
        LoadBalancerName: expect.stringMatching(
          /^k8s-default-envoy-[0-9a-f]{10}$/,
        ),
        AvailabilityZones: ZONES.map(ZoneName =>
          expect.objectContaining({ ZoneName }),
        ),
      });

      const groups = await world.groupsOfController();
      const ids = [...groups.values()];
      expect(new Set(balancer.SecurityGroups)).toEqual(new Set(ids));
      const group = (prefix: string) =>
        present([...groups].find(([name]) => name.startsWith(prefix))?.[1]);
      expect(await world.ingressOf(group('k8s-default-envoy-'))).toEqual([
        '50051-50051 from 10.1.0.0/16',
        '50051-50051 from 10.2.0.0/16',
        '50052-50052 from 10.1.0.0/16',
        '50052-50052 from 10.2.0.0/16',
      ]);
      expect(await world.ingressOf(world.clusterGroup)).toEqual([
        `60051-60052 from ${group('k8s-traffic-ledger-')}`,
      ]);
    });

    it.each([2, 1])('follow their pods, of which there are %s', async count => {
      await world.apply(deployment('envoy', count));
      const balancer = await world.loadBalancerOf('envoy');
      await eventually(async () => {
        const pods = await podsOf(world.clusters, 'ledger', 'envoy');
        expect(pods).toHaveLength(count);
        expect(await world.targetsOf(balancer)).toEqual(
          [60051, 60052].map(port => ({
            type: 'ip',
            port,
            targets: pods.map(({ address }) => `${address}:${port}`).sort(),
          })),
        );
      });
    });

    it('follow their ports and ranges', async () => {
      await world.apply(
        loadBalancerService(
          'envoy',
          { ...EXTERNAL, 'load-balancer-source-ranges': '10.2.0.0/16' },
          { ports: [{ name: 'client', port: 443, targetPort: 60051 }] },
        ),
      );
      const { LoadBalancerArn, SecurityGroups } =
        await world.loadBalancerOf('envoy');
      await eventually(async () => {
        const { Listeners } = await world.elb.describeListeners({
          LoadBalancerArn,
        });
        expect(Listeners?.map(({ Port }) => Port)).toEqual([443]);
      });
      expect(await world.ingressOf(present(SecurityGroups?.[0]))).toEqual([
        '443-443 from 10.2.0.0/16',
      ]);
    });

    it('of the cloud provider open node ports in the security group of the cluster', async () => {
      await world.apply(
        loadBalancerService('old', {
          'aws-load-balancer-type': 'nlb',
          'aws-load-balancer-internal': 'true',
          'load-balancer-source-ranges': '10.2.0.0/16',
        }),
      );
      const balancer = await world.loadBalancerOf('old');
      expect(balancer.Scheme).toBe('internal');
      expect(balancer.SecurityGroups ?? []).toEqual([]);
      const { spec } = await world.service('old');
      const nodePorts = spec.ports.map(({ nodePort }) => nodePort).sort();
      expect(await world.targetsOf(balancer)).toEqual(
        nodePorts.map(port => ({
          type: 'instance',
          port,
          targets: [0, 1].map(
            index => `i-${String(index).padStart(17, '0')}:${port}`,
          ),
        })),
      );
      expect(await world.ingressOf(world.clusterGroup)).toEqual(
        expect.arrayContaining(
          nodePorts.flatMap(port => [
            `${port}-${port} from 10.2.0.0/16`,
            `${port}-${port} from 10.1.0.0/16`,
          ]),
        ),
      );
    });

    it('take everything with them when they go', async () => {
      for (const name of ['envoy', 'old']) {
        await world.request('DELETE', servicePath(name));
        await world.goneService(name);
      }
      expect(await world.loadBalancers()).toEqual([]);
      expect((await world.elb.describeTargetGroups()).TargetGroups).toEqual([]);
      expect(await world.groupsOfController()).toEqual(new Map());
      expect(await world.ingressOf(world.clusterGroup)).toEqual([]);
      const { NetworkInterfaces } =
        await world.network.describeNetworkInterfaces();
      expect(NetworkInterfaces).toEqual([]);
    });
  });
});
