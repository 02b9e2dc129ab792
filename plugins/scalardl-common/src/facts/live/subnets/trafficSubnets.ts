import { balancersOf } from '../balancers/balancers';
import { productFront } from '../balancers/productFront';
import type { LiveSide } from '../security/liveSide';
import { type UsedSubnets, nodeSubnets, together } from './usedSubnets';

/** Every subnet from which packets go to the other side: of nodes, of pods and of the product's load balancers. */
export function trafficSubnets(side: LiveSide): UsedSubnets {
  return together([nodeSubnets(side.facts), balancerSubnets(side)]);
}

/** The subnets of the load balancers that the statuses of the product's Services name. */
function balancerSubnets(side: LiveSide): UsedSubnets {
  const { loadBalancers } = side.facts;
  const front = productFront(side);
  if (!front.ok) return { subnets: [], gaps: [front.reason] };
  if (!loadBalancers.ok) return { subnets: [], gaps: [loadBalancers.reason] };
  const named = front.value.services.flatMap(service =>
    balancersOf(service, loadBalancers.value),
  );
  return {
    subnets: named.flatMap(({ balancer }) =>
      (balancer?.subnetIds ?? []).map(id => ({
        id,
        uses: [`load balancer ${balancer?.name}`],
      })),
    ),
    gaps: named.flatMap(({ balancer, hostname }) =>
      balancer ? [] : [`the VPC has no load balancer ${hostname}`],
    ),
  };
}
