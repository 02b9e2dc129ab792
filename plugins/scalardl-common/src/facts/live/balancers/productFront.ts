import { type Fact, read } from '../../fact';
import { reachableWorkloads } from '../product/reachableWorkloads';
import { type LiveSide, together } from '../security/liveSide';
import { type LiveService, productServices } from './services';

/** What stands in front of a side's product. */
export interface ProductFront {
  /** Every Service that leads to its pods or to those of Envoy. */
  services: LiveService[];
  /** Where the product is deployed. */
  namespaces: string[];
}

/** The Services in front of a side's product; unreadable where the Kubernetes API did not tell. */
export function productFront(side: LiveSide): Fact<ProductFront> {
  const facts = together(side, ['services', 'productDeployments']);
  if (!facts.ok) return facts;
  const { services, productDeployments } = facts.value;
  const workloads = reachableWorkloads(productDeployments, side);
  const namespaces = workloads.product.map(({ namespace }) => namespace);
  return read(
    {
      services: productServices(services, workloads),
      namespaces: [...new Set(namespaces)],
    },
    facts.source,
  );
}

/** Those of type LoadBalancer. */
export function exposedServices({ services }: ProductFront): LiveService[] {
  return services.filter(({ type }) => type === 'LoadBalancer');
}
