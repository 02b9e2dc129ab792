import type { Side } from '@scalardl-on-eks/plugin-scalardl-common';

/** What Scalar's chart and images of one side are called. */
export interface Product {
  title: string;
  /** Helm chart in Scalar's repository. */
  chart: string;
  chartVersion: string;
  /** Helm release; the charts derive the names of Envoy's upstream from it. */
  release: string;
  namespace: string;
  /** `app.kubernetes.io/name` of the product's and of Envoy's pods. */
  name: string;
  /** `app.kubernetes.io/app` of the product's pods; also the key of the chart's values. */
  app: string;
  propertiesKey: string;
  /** Pod ports; the charts' probes have them built in. */
  ports: { client: number; privileged: number; admin: number };
  listeners: string;
  images: { byol: string; awsMarketplace: string };
  deployment: string;
  loadBalancerService: string;
}

const MARKETPLACE = '709825985650.dkr.ecr.us-east-1.amazonaws.com/scalar';

export const PRODUCTS: Record<Side, Product> = {
  ledger: {
    title: 'ScalarDL Ledger',
    chart: 'scalardl',
    chartVersion: '4.12.0',
    release: 'scalardl-ledger',
    namespace: 'scalardl-ledger',
    name: 'scalardl',
    app: 'ledger',
    propertiesKey: 'ledgerProperties',
    ports: { client: 50051, privileged: 50052, admin: 50053 },
    listeners: 'scalardl-service:50051,scalardl-privileged:50052',
    images: {
      byol: 'ghcr.io/scalar-labs/scalardl-ledger-byol',
      awsMarketplace: `${MARKETPLACE}/scalardl-ledger-aws-payg`,
    },
    deployment: 'scalardl-ledger-ledger',
    loadBalancerService: 'scalardl-ledger-envoy',
  },
  auditor: {
    title: 'ScalarDL Auditor',
    chart: 'scalardl-audit',
    chartVersion: '2.12.0',
    release: 'scalardl-auditor',
    namespace: 'scalardl-auditor',
    name: 'scalardl-audit',
    app: 'auditor',
    propertiesKey: 'auditorProperties',
    ports: { client: 40051, privileged: 40052, admin: 40053 },
    listeners: 'scalardl-audit-service:40051,scalardl-audit-privileged:40052',
    images: {
      byol: 'ghcr.io/scalar-labs/scalardl-auditor-byol',
      awsMarketplace: `${MARKETPLACE}/scalardl-auditor-aws-payg`,
    },
    deployment: 'scalardl-auditor-auditor',
    loadBalancerService: 'scalardl-auditor-envoy',
  },
};

/** The namespace that Scalar's charts expect Prometheus in. */
export const MONITORING_NAMESPACE = 'monitoring';

/** Port of the product's Prometheus exporter. */
export const PRODUCT_METRICS_PORT = 8080;

/** Port of Envoy's admin endpoint with its metrics. */
export const ENVOY_METRICS_PORT = 9001;
