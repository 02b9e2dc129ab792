import type { Location, Side } from '../../report/report';
import type { PodPlacement } from '../clusterConfig/placement';
import type { Key, SourceDocument } from '../sourceDocument';
import { recordOf } from '../plain/plain';
import type { Release } from './release';

/** One Deployment of the product's chart: Ledger, Auditor or the Envoy in front of it. */
export interface Workload {
  /** As a reader knows it: `Ledger`, `Auditor` or `Envoy`. */
  title: string;
  /** The end of the Deployment's name. */
  component: Side | 'envoy';
  /** Labels of the pods; the value is `undefined` where it follows from a release name nobody told. */
  labels: Readonly<Record<string, string | undefined>>;
  /** Name of the Deployment, `undefined` where the release is not known. */
  deployment: string | undefined;
  /** Namespace of the pods, `undefined` where the release is not known. */
  namespace: string | undefined;
  /** The value under the keys, counted from the workload's section of the values. */
  get(...keys: Key[]): unknown;
  locate(...keys: Key[]): Location;
}

const CHARTS: Readonly<Record<Side, string>> = {
  ledger: 'scalardl',
  auditor: 'scalardl-audit',
};

const TITLES: Readonly<Record<Side, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
};

/** The product's own pods, as the charts scalardl and scalardl-audit deploy them. */
export function productWorkload(
  product: SourceDocument,
  { side, release }: { side: Side; release: Release | undefined },
): Workload {
  const chart = CHARTS[side];
  const base = nameOf(product.get('nameOverride'), chart);
  return {
    title: TITLES[side],
    component: side,
    labels: {
      ...podLabels(product.get(side, 'podLabels')),
      'app.kubernetes.io/name': base,
      'app.kubernetes.io/instance': release?.name,
      'app.kubernetes.io/app': side,
    },
    deployment: fullName(release, {
      base,
      override: product.get('fullnameOverride'),
      suffix: side,
    }),
    namespace: release?.namespace,
    get: (...keys) => product.get(side, ...keys),
    locate: (...keys) => product.locate(side, ...keys),
  };
}

/** The Envoy pods of the chart's subchart; `undefined` where it is switched off. */
export function envoyWorkload(
  product: SourceDocument,
  { side, release }: { side: Side; release: Release | undefined },
): Workload | undefined {
  if (product.get('envoy', 'enabled') === false) return undefined;
  const named = product.get('envoy', 'nameOverride');
  // The parent chart sets the override; an explicit null or empty text falls back to the subchart's own name.
  const base = named === undefined ? CHARTS[side] : nameOf(named, 'envoy');
  return {
    title: 'Envoy',
    component: 'envoy',
    labels: {
      'app.kubernetes.io/name': base,
      'app.kubernetes.io/instance': release?.name,
      'app.kubernetes.io/app': 'envoy',
    },
    deployment: fullName(release, {
      base,
      override: product.get('envoy', 'fullnameOverride'),
      suffix: 'envoy',
    }),
    namespace: release?.namespace,
    get: (...keys) => product.get('envoy', ...keys),
    locate: (...keys) => product.locate('envoy', ...keys),
  };
}

/** What decides on which nodes the workload's pods may run. */
export function placementOf(workload: Workload): PodPlacement {
  return {
    nodeSelector: workload.get('nodeSelector'),
    affinity: workload.get('affinity'),
    tolerations: workload.get('tolerations'),
  };
}

function nameOf(override: unknown, otherwise: string): string {
  return typeof override === 'string' && override !== '' ? override : otherwise;
}

/** Helm's usual rule: the release name alone where it holds the chart's name. */
function fullName(
  release: Release | undefined,
  {
    base,
    override,
    suffix,
  }: { base: string; override: unknown; suffix: string },
): string | undefined {
  const own = nameOf(override, '');
  if (own) return `${own}-${suffix}`;
  if (!release) return undefined;
  const full = release.name.includes(base)
    ? release.name
    : `${release.name}-${base}`;
  return `${full}-${suffix}`;
}

/** The chart's own labels win over these. */
function podLabels(labels: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(labels)).map(([key, value]) => [
      key,
      String(value),
    ]),
  );
}
