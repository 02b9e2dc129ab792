import { type Fact, read, unreadable } from '../../fact';
import type { Workload } from '../../release/workload';
import { productServices } from '../balancers/services';
import { type Ways, waysInto } from '../ports/ways';
import { reachableWorkloads } from '../product/reachableWorkloads';
import { type LiveSide, SIDE_TITLES, oncePerSide, together } from './liveSide';

/** The ways into a side, and the product's own pods at their end. */
export interface Entrance extends Ways {
  product: Workload;
}

/**
 * How the product of a side is called; `undefined` where it is not deployed, unreadable where a fact that tells
 * it is.
 */
export const entranceOf = oncePerSide(readEntrance);

function readEntrance(side: LiveSide): Fact<Entrance | undefined> {
  const facts = together(side, [
    'services',
    'productDeployments',
    'properties',
    'loadBalancers',
  ]);
  if (!facts.ok) return facts;
  const { services, productDeployments, properties, loadBalancers } =
    facts.value;
  const workloads = reachableWorkloads(productDeployments, side);
  const [product] = workloads.product;
  if (!product) return read(undefined, facts.source);
  if (!properties) {
    const title = SIDE_TITLES[side.side];
    return unreadable(`the properties of ${title} were not found`);
  }
  const ways = waysInto({
    side: side.side,
    properties,
    services: productServices(services, workloads),
    loadBalancers,
  });
  return read({ ...ways, product }, facts.source);
}
