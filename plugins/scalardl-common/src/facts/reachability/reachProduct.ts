import type { Environment } from '../../environment/schema';
import type { Side } from '../../report/report';
import { podRanges } from '../clusterConfig/podRanges';
import { privateRanges } from '../clusterConfig/privateRanges';
import type { Fact } from '../fact';
import { annotation } from '../loadBalancer/annotation';
import {
  type Service,
  portLeadingTo,
  productService,
} from '../loadBalancer/service';
import { FIXED_PORTS } from '../ports/podPorts';
import { releaseOf } from '../release/release';
import { envoyWorkload, productWorkload } from '../release/workload';
import type { SourceDocument } from '../sourceDocument';
import type { Hop } from './hop';
import { loadBalancerHop } from './loadBalancerHop';
import { podHop } from './podHop';

/** The cluster that is called. */
export interface Callee {
  side: Side;
  clusterConfig: SourceDocument;
  product: SourceDocument;
  manifests: readonly SourceDocument[];
  environment: Environment | undefined;
}

/**
 * Every gate between callers of some ranges and the product's pods: the load balancer, the policies of
 * Envoy's pods and those of the product's.
 */
export function reachProduct(
  callee: Callee,
  callers: readonly string[],
): Hop[] {
  const { product, side } = callee;
  const service = productService(product, side);
  return [
    loadBalancerHop(service, callers),
    ...entryHops(callee, service, callers),
    ...envoyHops(callee),
  ];
}

/** The first pods behind the load balancer, on each port of the product. */
function entryHops(
  callee: Callee,
  service: Service,
  callers: readonly string[],
): Hop[] {
  const { product, side, environment, manifests } = callee;
  const release = releaseOf(environment, side);
  const workload =
    envoyWorkload(product, { side, release }) ??
    productWorkload(product, { side, release });
  const seen = sourcesSeenByPods(callee, service, callers);
  return Object.values(FIXED_PORTS[side]).map((port): Hop => {
    const id = `${workload.title} pods :${port}`;
    const location = portLeadingTo(service, port)?.location;
    if (!location) {
      const detail = `no port of the ${service.id} leads to ${port}`;
      return { id, answer: 'no', detail, location: service.location };
    }
    if (!seen.ok)
      return { id, answer: 'unknown', detail: seen.reason, location };
    const peer = { ranges: seen.value };
    return podHop(manifests, { workload, direction: 'Ingress', peer, port });
  });
}

/**
 * With addresses as targets the pods see the load balancer, and so do its health checks; with nodes as targets
 * they see nodes. Only where client addresses are preserved do they see the callers too.
 */
function sourcesSeenByPods(
  callee: Callee,
  service: Service,
  callers: readonly string[],
): Fact<string[]> {
  const balancer = privateRanges(callee);
  const nodes = podRanges(callee);
  if (!balancer.ok) return balancer;
  if (!nodes.ok && !hasAddressTargets(service)) return nodes;
  const attributes =
    annotation(service, 'aws-load-balancer-target-group-attributes') ?? '';
  const preserved = attributes.includes('preserve_client_ip.enabled=true');
  return {
    ...balancer,
    value: [
      ...new Set([
        ...balancer.value,
        ...(nodes.ok && !hasAddressTargets(service) ? nodes.value : []),
        ...(preserved ? callers : []),
      ]),
    ],
  };
}

function hasAddressTargets(service: Service): boolean {
  return (
    annotation(service, 'aws-load-balancer-type') === 'nlb-ip' ||
    annotation(service, 'aws-load-balancer-nlb-target-type') === 'ip'
  );
}

/** From Envoy to the product, on both ends. */
function envoyHops({ product, side, environment, manifests }: Callee): Hop[] {
  const release = releaseOf(environment, side);
  const workload = productWorkload(product, { side, release });
  const envoy = envoyWorkload(product, { side, release });
  if (!envoy) return [];
  return Object.values(FIXED_PORTS[side]).flatMap(port => [
    podHop(manifests, {
      workload: envoy,
      direction: 'Egress',
      peer: { pods: workload },
      port,
    }),
    podHop(manifests, {
      workload,
      direction: 'Ingress',
      peer: { pods: envoy },
      port,
    }),
  ]);
}
