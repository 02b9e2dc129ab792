import type { Environment } from '../../environment/schema';
import type { Side } from '../../report/report';
import { lookupIn, selects } from '../kubernetes/labelSelector';
import { releaseOf } from '../release/release';
import { envoyWorkload, productWorkload } from '../release/workload';
import type { SourceDocument } from '../sourceDocument';
import { type Service, manifestServices, productService } from './service';

export interface LoadBalancerQuery {
  product: SourceDocument;
  manifests: readonly SourceDocument[];
  environment: Environment | undefined;
}

/**
 * Every load balancer in front of the product's or Envoy's pods: the chart's, and those that the manifests add
 * beside it.
 */
export function productLoadBalancers(
  { product, manifests, environment }: LoadBalancerQuery,
  side: Side,
): Service[] {
  const release = releaseOf(environment, side);
  const workloads = [
    productWorkload(product, { side, release }),
    envoyWorkload(product, { side, release }),
  ].filter(workload => workload !== undefined);
  const added = manifestServices(manifests).filter(({ selector }) =>
    workloads.some(
      ({ labels }) =>
        selects({ matchLabels: selector }, lookupIn(labels)) !== 'no' &&
        Object.keys(selector as object).length > 0,
    ),
  );
  return [productService(product, side), ...added].filter(
    ({ type }) => type === 'LoadBalancer',
  );
}
