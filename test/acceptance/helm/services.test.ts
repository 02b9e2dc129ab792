import { describeRenderings } from './describeRenderings';
import {
  named,
  ofKind,
  selects,
  type HorizontalPodAutoscaler,
  type KubernetesObject,
  type Service,
  type ServiceMonitor,
  type Workload,
} from './kubernetes';

const ANNOTATION = 'service.beta.kubernetes.io';

describeRenderings(({ environment, side }, rendered) => {
  const { spec } = environment;
  const { pods, loadBalancerPorts } = spec[side];
  const release = `scalardl-${side}`;
  const podPorts =
    side === 'ledger'
      ? { client: 50051, privileged: 50052 }
      : { client: 40051, privileged: 40052 };

  const loadBalancer = () =>
    named<Service>(rendered().objects, {
      kind: 'Service',
      name: `${release}-envoy`,
    });
  const envoy = () =>
    named<Workload>(rendered().objects, {
      kind: 'Deployment',
      name: `${release}-envoy`,
    });
  const product = () =>
    named<Workload>(rendered().objects, {
      kind: 'Deployment',
      name: `${release}-${side}`,
    });

  it('puts everything into the namespace of the side or of monitoring', () => {
    const namespaces = ofKind(rendered().manifests, 'Namespace').map(
      ({ metadata }) => metadata.name,
    );
    expect(namespaces).toContain(release);
    const elsewhere = rendered().objects.filter(
      ({ kind, metadata }) =>
        kind !== 'Namespace' && !namespaces.includes(metadata.namespace ?? ''),
    );
    expect(elsewhere).toEqual([]);
  });

  it('has an internal network load balancer with the ports of the environment', () => {
    const { metadata, spec: service } = loadBalancer();
    expect(service.type).toBe('LoadBalancer');
    expect(metadata.annotations).toMatchObject({
      [`${ANNOTATION}/aws-load-balancer-type`]: 'external',
      [`${ANNOTATION}/aws-load-balancer-nlb-target-type`]: 'ip',
      [`${ANNOTATION}/aws-load-balancer-scheme`]: 'internal',
    });
    expect(service.ports).toEqual([
      expect.objectContaining({
        name: 'envoy',
        port: loadBalancerPorts.client,
        targetPort: podPorts.client,
      }),
      expect.objectContaining({
        name: 'envoy-priv',
        port: loadBalancerPorts.privileged,
        targetPort: podPorts.privileged,
      }),
    ]);
  });

  it('admits this VPC, the other side and the applications, and nobody else', () => {
    const networks = [spec.ledger.network, spec.auditor.network].flatMap(
      ({ cidr, existing }) => existing?.cidrs ?? (cidr ? [cidr] : []),
    );
    const admitted =
      loadBalancer().metadata.annotations?.[
        `${ANNOTATION}/load-balancer-source-ranges`
      ];
    expect(admitted?.split(',').sort()).toEqual(
      [...networks, ...spec.applications.flatMap(({ cidrs }) => cidrs)].sort(),
    );
  });

  it('lets Envoy forward to ports of a headless Service that stands before the product', () => {
    const [container] = envoy().spec.template.spec.containers;
    const variable = (name: string) =>
      container?.env?.find(entry => entry.name === name)?.value ?? '';
    const headless = named<Service>(rendered().objects, {
      kind: 'Service',
      name: variable('scalardl_address'),
    });
    expect(headless.spec.clusterIP).toBe('None');
    expect(
      selects(
        { matchLabels: headless.spec.selector },
        product().spec.template.metadata.labels,
      ),
    ).toBe(true);
    const listeners = variable('service_listeners')
      .split(',')
      .map(listener => Number(listener.split(':')[1]));
    expect(listeners).toEqual([podPorts.client, podPorts.privileged]);
    expect(headless.spec.ports.map(({ port }) => port)).toEqual(
      expect.arrayContaining(listeners),
    );
    expect(
      loadBalancer().spec.ports.map(({ targetPort }) => targetPort),
    ).toEqual(listeners);
  });

  it('starts as many pods as the environment says', () => {
    expect(product().spec.replicas).toBe(pods.replicas);
    expect(envoy().spec.replicas).toBe(pods.envoyReplicas);
  });

  it('scales the product, and only where the environment says so', () => {
    const autoscalers = ofKind<HorizontalPodAutoscaler>(
      rendered().objects,
      'HorizontalPodAutoscaler',
    );
    expect(autoscalers.map(({ spec: { metrics, ...rest } }) => rest)).toEqual(
      pods.autoscaling
        ? [
            {
              scaleTargetRef: {
                apiVersion: 'apps/v1',
                kind: 'Deployment',
                name: product().metadata.name,
              },
              minReplicas: pods.replicas,
              maxReplicas: pods.autoscaling.maxReplicas,
            },
          ]
        : [],
    );
  });

  it('watches the product and Envoy, and only where the environment says so', () => {
    const monitors = ofKind<ServiceMonitor>(
      rendered().objects,
      'ServiceMonitor',
    );
    expect(monitors).toHaveLength(spec.monitoring.metrics ? 2 : 0);
    expect(ofKind(rendered().objects, 'PrometheusRule')).toHaveLength(
      spec.monitoring.metrics ? 2 : 0,
    );
    for (const monitor of monitors) {
      const watched = ofKind<Service>(rendered().objects, 'Service').filter(
        service => isWatched(service, monitor),
      );
      expect(watched).toHaveLength(1);
    }
  });
});

function isWatched(
  service: Service & KubernetesObject,
  { spec }: ServiceMonitor,
): boolean {
  return (
    spec.namespaceSelector.matchNames.includes(
      service.metadata.namespace ?? '',
    ) &&
    selects(spec.selector, service.metadata.labels) &&
    service.spec.ports.some(({ name }) =>
      spec.endpoints.some(({ port }) => port === name),
    )
  );
}
