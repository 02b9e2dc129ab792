import { isSystemNamespace } from '../../workloads/allowances';
import { imageOrigin } from '../../workloads/imageOrigin';
import type { WorkloadClass } from '../kubernetes';
import { type ProductQuery, scalarImage } from '../product';
import { allowedImage } from './allowedImage';
import { isProbe } from './probe';
import { productImage } from './productImage';
import { isRunner } from './runner';
import { toolImage } from './toolImage';

/** What a workload is in the cluster of Ledger or Auditor. */
export interface Classification {
  what: 'product' | 'tool' | 'system' | 'allowed' | 'foreign' | 'unknown';
  /** What was found, as a sentence without its subject. */
  detail: string;
}

/** What decides, beside the workload itself. */
export interface ClassificationQuery extends ProductQuery {
  /** Namespaces in which the product runs: the configured one, or those in which it was found. */
  productNamespaces: readonly string[];
}

/**
 * Tells the product, its tools and the cluster's own parts from everything else. Each image of a workload is
 * judged, and the worst decides: beside one image of the product another may run whatever it likes.
 */
export function classifyWorkload(
  workload: WorkloadClass,
  query: ClassificationQuery,
): Classification {
  if (isRunner(workload)) {
    return {
      what: 'foreign',
      detail:
        'is a self-hosted runner, which runs what others push; no entry allows it here',
    };
  }
  const judged = workload.images.map(image =>
    classifyImage(image, workload, query),
  );
  const bad =
    judged.find(({ what }) => what === 'foreign') ??
    judged.find(({ what }) => what === 'unknown');
  const notable = judged.find(({ what }) => what === 'allowed') ?? judged[0];
  return (
    bad ??
    notable ?? { what: 'unknown', detail: 'names no image that could be read' }
  );
}

function classifyImage(
  image: string,
  workload: WorkloadClass,
  query: ClassificationQuery,
): Classification {
  const scalar = scalarImage(image, query.settings);
  if (isProbe(image, workload, scalar)) {
    return { what: 'tool', detail: `runs ${image} to probe the connection` };
  }
  const expected =
    scalar?.kind === 'tool'
      ? toolImage(image, workload)
      : scalar && productImage(image, workload, query);
  if (expected && expected.what !== 'foreign') return expected;
  const system = systemImage(image, workload, query);
  if (system?.what === 'system') return system;
  return (
    allowedImage(image, workload, query) ??
    expected ??
    system ?? { what: 'foreign', detail: explainForeign(image, workload) }
  );
}

function systemImage(
  image: string,
  { namespace }: WorkloadClass,
  { settings }: ProductQuery,
): Classification | undefined {
  if (!isSystemNamespace(namespace, settings)) return undefined;
  const { kind } = imageOrigin(image);
  if (kind === 'system') return { what: 'system', detail: `runs ${image}` };
  if (kind !== 'unlisted') return undefined;
  return {
    what: 'unknown',
    detail: `runs ${image}, and from which account EKS serves its images in that region is not in this program's table`,
  };
}

function explainForeign(image: string, { namespace }: WorkloadClass): string {
  const { kind } = imageOrigin(image);
  if (['product', 'envoy', 'tool'].includes(kind)) {
    return `runs ${image}, which is neither from Scalar's registries nor from one of imageMirrors`;
  }
  return kind === 'system'
    ? `runs ${image} outside of the namespaces of the cluster's own parts`
    : `runs ${image}${/^kube-/.test(namespace) ? ', and a namespace of the system makes no system image' : ''}`;
}

/** The namespaces in which the product was found, where nobody told them. */
export function productNamespacesOf(
  workloads: readonly WorkloadClass[],
  query: ProductQuery,
): string[] {
  const release = query.settings.release[query.side];
  if (release) return [release.namespace];
  const found = workloads.filter(workload =>
    workload.images.some(image => {
      const kind = scalarImage(image, query.settings)?.kind;
      return (
        kind === 'product' &&
        productImage(image, workload, { ...query, productNamespaces: [] })
          .what === 'product'
      );
    }),
  );
  return [...new Set(found.map(({ namespace }) => namespace))];
}
