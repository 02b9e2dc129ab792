import { PROBE_LABEL } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  ENVOY_METRICS_PORT,
  MONITORING_NAMESPACE,
  PRODUCT_METRICS_PORT,
} from '../side/product';
import type { SideModel } from '../side/sideModel';
import type { YamlContent } from '../yaml/yamlText';
import { databasePort } from './databasePort';
import { everywhereExcept, privateNetworksExcept } from './destination';
import { envoyPods, productPods, SCHEMA_LOADING_PODS } from './pods';
import {
  allowEgress,
  allowIngress,
  policy,
  tcp,
  type Rule,
} from './networkPolicy';

/** Nothing goes in or out of the product's namespace but what stands here. */
export function networkPolicies(model: SideModel): YamlContent[] {
  return [
    denyAll(model),
    dns(model),
    envoyIngress(model),
    envoyToProduct(model),
    productFromEnvoy(model),
    productToPeer(model),
    probeToPeer(model),
    ...database(model),
    ...metering(model),
    ...metrics(model),
  ];
}

function denyAll({ product }: SideModel): YamlContent {
  return policy({
    name: 'deny-all',
    namespace: product.namespace,
    pods: {},
    spec: { policyTypes: ['Ingress', 'Egress'] },
    comment: 'Everything that no other policy of this file allows is refused.',
  });
}

function dns({ product }: SideModel): YamlContent {
  const to: Rule = {
    peers: [
      {
        namespaceSelector: {
          matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
        },
        podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
      },
    ],
    ports: [
      { protocol: 'UDP', port: 53 },
      { protocol: 'TCP', port: 53 },
    ],
  };
  return allowEgress({
    name: 'allow-dns',
    namespace: product.namespace,
    pods: {},
    rule: to,
  });
}

function envoyIngress({ product, ranges }: SideModel): YamlContent {
  return allowIngress({
    name: 'allow-load-balancer-to-envoy',
    namespace: product.namespace,
    pods: envoyPods(product),
    rule: {
      peers: ranges.map(cidr => ({ ipBlock: { cidr } })),
      ports: tcp(product.ports.client, product.ports.privileged),
    },
    comment:
      'Callers and health checks arrive with addresses of the load balancer, in this VPC; its security group judges the callers.',
  });
}

function envoyToProduct({ product }: SideModel): YamlContent {
  return allowEgress({
    name: 'allow-envoy-to-product',
    namespace: product.namespace,
    pods: envoyPods(product),
    rule: {
      peers: [{ podSelector: { matchLabels: productPods(product) } }],
      ports: tcp(product.ports.client, product.ports.privileged),
    },
  });
}

function productFromEnvoy({ product }: SideModel): YamlContent {
  return allowIngress({
    name: 'allow-product-from-envoy',
    namespace: product.namespace,
    pods: productPods(product),
    rule: {
      peers: [{ podSelector: { matchLabels: envoyPods(product) } }],
      ports: tcp(product.ports.client, product.ports.privileged),
    },
  });
}

function productToPeer({ product, peer }: SideModel): YamlContent {
  const { client, privileged } = peer.spec.loadBalancerPorts;
  return allowEgress({
    name: `allow-product-to-${peer.side}`,
    namespace: product.namespace,
    pods: productPods(product),
    rule: {
      peers: peer.ranges.map(cidr => ({ ipBlock: { cidr } })),
      ports: tcp(client, privileged),
    },
    comment: `The load balancer of ${peer.product.title}, over the peering.`,
  });
}

function probeToPeer({ product, peer }: SideModel): YamlContent {
  const { client, privileged } = peer.spec.loadBalancerPorts;
  return allowEgress({
    name: `allow-probe-to-${peer.side}`,
    namespace: product.namespace,
    pods: { [PROBE_LABEL]: peer.side },
    rule: {
      peers: peer.ranges.map(cidr => ({ ipBlock: { cidr } })),
      ports: tcp(client, privileged),
    },
    comment: 'The Job of verify-guidelines with probe: true.',
  });
}

function database(model: SideModel): YamlContent[] {
  const { product, spec, peer, applicationRanges } = model;
  const forbidden = [...peer.ranges, ...applicationRanges];
  const port = databasePort(spec.database);
  const blocks =
    port === 443
      ? [everywhereExcept(forbidden)]
      : privateNetworksExcept(forbidden);
  const rule: Rule = {
    peers: blocks.map(ipBlock => ({ ipBlock })),
    ports: tcp(port),
  };
  const { namespace } = product;
  return [
    allowEgress({
      name: 'allow-product-to-database',
      namespace,
      pods: productPods(product),
      rule,
      comment:
        'The port of the database; never an address of the other side or of an application.',
    }),
    allowEgress({
      name: 'allow-schema-loading-to-database',
      namespace,
      pods: SCHEMA_LOADING_PODS,
      rule,
    }),
  ];
}

function metering({
  environment,
  product,
  peer,
  applicationRanges,
}: SideModel) {
  if (environment.spec.licensing !== 'awsMarketplace') return [];
  return [
    allowEgress({
      name: 'allow-product-to-aws',
      namespace: product.namespace,
      pods: productPods(product),
      rule: {
        peers: [
          {
            ipBlock: everywhereExcept([...peer.ranges, ...applicationRanges]),
          },
        ],
        ports: tcp(443),
      },
      comment:
        'AWS Marketplace metering and the role behind it; both are public AWS endpoints.',
    }),
  ];
}

function metrics({ environment, product }: SideModel): YamlContent[] {
  if (!environment.spec.monitoring.metrics) return [];
  const peers = [
    {
      namespaceSelector: {
        matchLabels: { 'kubernetes.io/metadata.name': MONITORING_NAMESPACE },
      },
    },
  ];
  const { namespace } = product;
  return [
    allowIngress({
      name: 'allow-metrics-of-product',
      namespace,
      pods: productPods(product),
      rule: { peers, ports: tcp(PRODUCT_METRICS_PORT) },
    }),
    allowIngress({
      name: 'allow-metrics-of-envoy',
      namespace,
      pods: envoyPods(product),
      rule: { peers, ports: tcp(ENVOY_METRICS_PORT) },
    }),
  ];
}
