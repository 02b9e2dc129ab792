import { balancersOf } from '../../facts/live/balancers/balancers';
import {
  exposedServices,
  productFront,
} from '../../facts/live/balancers/productFront';
import { combine, unknown } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { judgeListener } from './judgeListener';

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html */
export const loadBalancerTargetsHealthy: Guideline = {
  id: 'load-balancer-targets-healthy',
  level: 'derived',
  title: 'Every listener has healthy targets in two zones',
  source: source('eksClusters', 'Network requirements'),
  pass: 'Every listener of the load balancer has healthy targets in at least two zones.',
  fail: 'A listener has healthy targets in one zone only, or in none, so calls fail or will when that zone does.',
  remedy:
    'Look at the reason of the targets that are not healthy; run Envoy in at least two zones.',
  live: liveSideCheck({
    needs: ['loadBalancers', 'targetHealth'],
    check: ({ loadBalancers, targetHealth }, { side, given, settings }) => {
      const expected = 'healthy targets in two zones behind every listener';
      const front = productFront({ side, facts: given, settings });
      if (!front.ok) return unknown(front.reason, { expected });
      const { nodes, productPods, networkInterfaces, subnets } = given;
      // What was not read here only leaves the zone of a target open where AWS does not tell it.
      const map = {
        nodes: nodes.ok ? nodes.value : [],
        pods: productPods.ok ? productPods.value : [],
        networkInterfaces: networkInterfaces.ok ? networkInterfaces.value : [],
        subnets: subnets.ok ? subnets.value : [],
      };
      const subjects = exposedServices(front.value)
        .flatMap(service => balancersOf(service, loadBalancers))
        .flatMap(({ balancer }) =>
          (balancer?.listeners ?? []).map(listener => ({
            id: `${balancer?.name} :${listener.port}`,
            ...judgeListener(listener, { targetHealth, map }),
          })),
        );
      return combine(subjects, {
        none: 'there is no load balancer in front of the product',
        expected,
      });
    },
  }),
};
