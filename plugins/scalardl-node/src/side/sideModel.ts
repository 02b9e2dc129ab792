import {
  splitVpc,
  type Environment,
  type Side,
  type SideSpec,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { PRODUCTS, type Product } from './product';

/** One side of an environment with everything that its documents are derived from. */
export interface SideModel {
  side: Side;
  product: Product;
  environment: Environment;
  spec: SideSpec;
  region: string;
  /** Ranges of this side's VPC. */
  ranges: readonly string[];
  /** Private subnets: the ones that eksctl will cut, or the ones that are there. */
  subnets: readonly { zone: string; cidr: string }[];
  /** The other side. */
  peer: {
    side: Side;
    product: Product;
    spec: SideSpec;
    ranges: readonly string[];
  };
  /** Every range of every application. */
  applicationRanges: readonly string[];
  /** TLS names in the certificates of the product's pods and of Envoy. */
  authority: { product: string; envoy: string; peerEnvoy: string };
  secrets: SideSecrets;
}

/** Kubernetes secrets that a person creates; `undefined` where the environment does not need one. */
export interface SideSecrets {
  credentials: string;
  keys?: string;
  tls?: string;
  envoyTls?: string;
  /** CA of the Ledger's Envoy, in the Auditor's namespace. */
  ledgerCa?: string;
  /** CA of the product's certificate, in the monitoring namespace. */
  metricsCa?: string;
  grafana?: string;
}

/** Derives one side's model. */
export function sideModel(environment: Environment, side: Side): SideModel {
  const other: Side = side === 'ledger' ? 'auditor' : 'ledger';
  const { spec, metadata } = environment;
  const domain = (of: Side) => `${of}.${metadata.name}.scalardl.internal`;
  return {
    side,
    product: PRODUCTS[side],
    environment,
    spec: spec[side],
    region: spec[side].region ?? spec.region,
    ranges: vpcRanges(spec[side]),
    subnets: privateSubnets(spec[side]),
    peer: {
      side: other,
      product: PRODUCTS[other],
      spec: spec[other],
      ranges: vpcRanges(spec[other]),
    },
    applicationRanges: [
      ...new Set(spec.applications.flatMap(({ cidrs }) => cidrs)),
    ],
    authority: {
      product: domain(side),
      envoy: `envoy.${domain(side)}`,
      peerEnvoy: `envoy.${domain(other)}`,
    },
    secrets: sideSecrets(environment, side),
  };
}

function vpcRanges({ network }: SideSpec): readonly string[] {
  if (network.existing) return network.existing.cidrs;
  return network.cidr === undefined ? [] : [network.cidr];
}

function privateSubnets({
  network,
}: SideSpec): readonly { zone: string; cidr: string }[] {
  if (network.existing) return network.existing.privateSubnets;
  const split = splitVpc(network.cidr ?? '', network.zones ?? []);
  if (!split.ok) return [];
  return split.subnets.filter(({ kind }) => kind === 'private');
}

function sideSecrets({ spec }: Environment, side: Side): SideSecrets {
  const tls = spec.tls.enabled;
  const { metrics } = spec.monitoring;
  return {
    credentials: spec[side].database.credentialsSecret,
    keys:
      spec.authentication === 'digitalSignature' ? `${side}-keys` : undefined,
    tls: tls ? `${side}-tls` : undefined,
    envoyTls: tls ? `${side}-envoy-tls` : undefined,
    ledgerCa: tls && side === 'auditor' ? 'ledger-envoy-ca' : undefined,
    metricsCa: tls && metrics ? `${side}-tls-ca` : undefined,
    grafana: metrics ? 'grafana-admin' : undefined,
  };
}
