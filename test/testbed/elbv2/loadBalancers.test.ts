import { withTools } from '../../tools/withTools';
import { createSecurityGroup, present } from '../awsClients';
import { eventually } from '../kubernetes/eventually';
import {
  startLoadBalancerWorld,
  type LoadBalancerWorld,
} from '../kubernetes/loadBalancerWorld';
import {
  deployment,
  EXTERNAL,
  loadBalancerController,
  loadBalancerService,
} from '../kubernetes/manifests';
import { readyPodsOf } from '../kubernetes/pods';

withTools(['moto', 'kubernetes', 'kwok'], tools => {
  describe('load balancers of pods with interfaces', () => {
    let world: LoadBalancerWorld;
    let plain: string;
    let marked: string;
    let pod: string;

    beforeAll(async () => {
      world = await startLoadBalancerWorld(tools);
      await world.tagSubnets();
      const { network } = world;
      const { Subnets } = await network.describeSubnets({
        SubnetIds: [present(world.subnets[0])],
      });
      const vpc = present(Subnets?.[0]?.VpcId);
      plain = await createSecurityGroup(network, vpc, 'plain');
      marked = await createSecurityGroup(network, vpc, 'marked');
      await network.createTags({
        Resources: [marked],
        Tags: [{ Key: 'kubernetes.io/cluster/ledger', Value: 'owned' }],
      });
      await world.apply(deployment('envoy', 1));
      const [ready] = await readyPodsOf(world.clusters, 'ledger', {
        app: 'envoy',
        count: 1,
      });
      pod = present(ready?.address);
    });

    afterAll(() => world?.stop());

    /** An interface that has the address of the pod. */
    async function interfaceWith(Groups: string[]): Promise<string> {
      const { NetworkInterface } = await world.network.createNetworkInterface({
        SubnetId: world.subnets[0],
        PrivateIpAddress: pod,
        Groups,
      });
      return present(NetworkInterface?.NetworkInterfaceId);
    }

    it('open the group of the pod’s interface that is tagged for the cluster, and no other', async () => {
      await interfaceWith([plain, marked]);
      await world.apply(loadBalancerController());
      await world.apply(loadBalancerService('envoy', EXTERNAL));
      await world.loadBalancerOf('envoy');
      const groups = await world.groupsOfController();
      const backend = present(
        [...groups].find(([name]) => name.startsWith('k8s-traffic-'))?.[1],
      );
      await eventually(async () =>
        expect(await world.ingressOf(marked)).toEqual([
          `60051-60052 from ${backend}`,
        ]),
      );
      expect(await world.ingressOf(plain)).toEqual([]);
      expect(await world.ingressOf(world.clusterGroup)).toEqual([]);
    });

    it('are made by EKS Auto Mode for its own class, whoever else is installed', async () => {
      await world.apply(
        loadBalancerService(
          'envoy-auto',
          { ...EXTERNAL, 'aws-load-balancer-scheme': 'internal' },
          {
            loadBalancerClass: 'eks.amazonaws.com/nlb',
            selector: { app: 'envoy' },
          },
        ),
      );
      const balancer = await world.loadBalancerOf('envoy-auto');
      expect(balancer).toMatchObject({ Type: 'network', Scheme: 'internal' });
      expect(
        await world.ingressOf(present(balancer.SecurityGroups?.[0])),
      ).toContain('50051-50051 from 10.2.0.0/16');
      const { metadata } = await world.service('envoy-auto');
      expect(metadata.finalizers).toContain(
        'service.eks.amazonaws.com/resources',
      );
      const { TagDescriptions } = await world.elb.describeTags({
        ResourceArns: [present(balancer.LoadBalancerArn)],
      });
      expect(TagDescriptions?.[0]?.Tags).toEqual(
        expect.arrayContaining([
          { Key: 'eks:eks-cluster-name', Value: 'ledger' },
          {
            Key: 'service.eks.amazonaws.com/stack',
            Value: 'default/envoy-auto',
          },
        ]),
      );
    });
  });
});
