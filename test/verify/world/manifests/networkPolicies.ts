import type { Manifest } from '../resources.ts';
import type { SidePlan } from '../sidePlan.ts';
import { type Component, podLabels } from './release.ts';

const MONITORING = {
  namespaceSelector: {
    matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' },
  },
};

const NAME_SERVERS = {
  namespaceSelector: {
    matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
  },
  podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
};

const DNS = ['UDP', 'TCP'].map(protocol => ({ protocol, port: 53 }));

/** Everything is refused in the product's namespace but the ways that its calls take. */
export function networkPolicies(plan: SidePlan): Manifest[] {
  const { peer, application } = plan;
  const calls = ports(plan.ports);
  const pods = (component: Component) => ({
    podSelector: { matchLabels: podLabels(plan, component) },
  });
  const range = (cidr: string, except?: string[]) => ({
    ipBlock: { cidr, ...(except && { except }) },
  });
  const policy = (name: string, spec: object): Manifest => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace: plan.namespace },
    spec,
  });
  const ingress = (to: Component, from: object[], on: object[]) => ({
    ...pods(to),
    policyTypes: ['Ingress'],
    ingress: [{ from, ports: on }],
  });
  const egress = (from: Component, to: object[], on: object[]) => ({
    ...pods(from),
    policyTypes: ['Egress'],
    egress: [{ to, ports: on }],
  });
  return [
    policy('deny-all', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy('allow-dns', {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [NAME_SERVERS], ports: DNS }],
    }),
    policy(
      'allow-load-balancer-to-envoy',
      ingress('envoy', [range(plan.cidr)], calls),
    ),
    policy('allow-envoy-to-product', egress('envoy', [pods(plan.side)], calls)),
    policy(
      'allow-product-from-envoy',
      ingress(plan.side, [pods('envoy')], calls),
    ),
    policy(
      `allow-product-to-${peer.side}`,
      egress(plan.side, [range(peer.cidr)], ports(peer.ports)),
    ),
    policy(`allow-probe-to-${peer.side}`, {
      podSelector: { matchLabels: { 'scalardl-on-eks/probe': peer.side } },
      policyTypes: ['Egress'],
      egress: [{ to: [range(peer.cidr)], ports: ports(peer.ports) }],
    }),
    policy(
      'allow-product-to-database',
      egress(
        plan.side,
        [range('10.0.0.0/8', [peer.cidr, application.cidr])],
        ports({ database: 5432 }),
      ),
    ),
    policy(
      'allow-metrics-of-product',
      ingress(plan.side, [MONITORING], ports({ metrics: 8080 })),
    ),
    policy(
      'allow-metrics-of-envoy',
      ingress('envoy', [MONITORING], ports({ admin: 9001 })),
    ),
  ];
}

function ports(numbers: Readonly<Record<string, number>>): object[] {
  return Object.values(numbers).map(port => ({ protocol: 'TCP', port }));
}
