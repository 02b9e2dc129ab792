import type { SideModel } from '../side/sideModel';
import { loadBalancerService } from './loadBalancer';
import { monitors } from './monitors';
import { ROLLING_UPDATE, spread } from './spread';

/** The `envoy` key of both product charts. */
export function envoy(model: SideModel): Record<string, unknown> {
  const { spec, product } = model;
  return {
    replicaCount: spec.pods.envoyReplicas,
    envoyConfiguration: { serviceListeners: product.listeners },
    service: loadBalancerService(model),
    strategy: ROLLING_UPDATE,
    resources: {
      requests: { cpu: '1000m', memory: '2Gi' },
      limits: { cpu: '2000m', memory: '4Gi' },
    },
    affinity: spread(product.name, 'envoy'),
    ...tls(model),
    ...monitors(model),
  };
}

function tls({ secrets, authority }: SideModel): Record<string, unknown> {
  if (!secrets.tls || !secrets.envoyTls) return {};
  return {
    tls: {
      downstream: {
        enabled: true,
        certChainSecret: secrets.envoyTls,
        privateKeySecret: secrets.envoyTls,
      },
      upstream: {
        enabled: true,
        overrideAuthority: authority.product,
        caRootCertSecret: secrets.tls,
      },
    },
  };
}
