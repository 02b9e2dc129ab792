import type { SideModel } from '../side/sideModel';

const PREFIX = 'service.beta.kubernetes.io';

/** Seconds without a byte after which the load balancer drops a gRPC connection. */
const IDLE_TIMEOUT_SECONDS = 3600;

/** Envoy's Service: an internal Network Load Balancer of the AWS Load Balancer Controller. */
export function loadBalancerService(model: SideModel): Record<string, unknown> {
  const { spec, product } = model;
  const { client, privileged } = spec.loadBalancerPorts;
  return {
    type: 'LoadBalancer',
    annotations: annotations(model),
    ports: {
      envoy: {
        port: client,
        targetPort: product.ports.client,
        protocol: 'TCP',
      },
      'envoy-priv': {
        port: privileged,
        targetPort: product.ports.privileged,
        protocol: 'TCP',
      },
    },
  };
}

export const SOURCE_RANGES = `${PREFIX}/load-balancer-source-ranges`;

function annotations(model: SideModel): Record<string, string> {
  const { spec, ranges, peer, applicationRanges } = model;
  const { client, privileged } = spec.loadBalancerPorts;
  const callers = [
    ...new Set([...ranges, ...peer.ranges, ...applicationRanges]),
  ];
  const subnets = onePerZone(spec.network.existing?.privateSubnets ?? []);
  return {
    [`${PREFIX}/aws-load-balancer-type`]: 'external',
    [`${PREFIX}/aws-load-balancer-nlb-target-type`]: 'ip',
    [`${PREFIX}/aws-load-balancer-scheme`]: 'internal',
    [SOURCE_RANGES]: callers.join(','),
    [`${PREFIX}/aws-load-balancer-attributes`]:
      'load_balancing.cross_zone.enabled=true',
    [`${PREFIX}/aws-load-balancer-target-group-attributes`]:
      'preserve_client_ip.enabled=false',
    ...Object.fromEntries(
      [client, privileged].map(port => [
        `${PREFIX}/aws-load-balancer-listener-attributes.TCP-${port}`,
        `tcp.idle_timeout.seconds=${IDLE_TIMEOUT_SECONDS}`,
      ]),
    ),
    ...(subnets.length > 0
      ? { [`${PREFIX}/aws-load-balancer-subnets`]: subnets.join(',') }
      : {}),
  };
}

/** A load balancer takes one subnet a zone. */
function onePerZone(
  subnets: readonly { id: string; zone: string }[],
): string[] {
  const first = new Map<string, string>();
  for (const { id, zone } of subnets) if (!first.has(zone)) first.set(zone, id);
  return [...first.values()];
}
