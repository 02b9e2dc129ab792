import type { LiveLoadBalancer } from '../../facts/live';
import {
  balancersMadeFor,
  balancersOf,
  orphans,
  stackOfBalancer,
} from '../../facts/live/balancers/balancers';
import {
  exposedServices,
  productFront,
} from '../../facts/live/balancers/productFront';
import type { LiveService } from '../../facts/live/balancers/services';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';

/** Judges the load balancers that stand in front of the product, whatever its annotations ask for. */
export const live = liveSideCheck({
  needs: ['cluster', 'loadBalancers'],
  check: ({ cluster, loadBalancers }, { side, given, settings }) => {
    const expected = 'an internal network load balancer';
    const front = productFront({ side, facts: given, settings });
    const { name } = cluster;
    if (!front.ok) {
      // Tags show what is wrong, but not that nothing else stands in front of the product.
      const namespaces = [settings.release[side]?.namespace ?? ''];
      const tagged = balancersMadeFor(loadBalancers, {
        cluster: name,
        namespaces,
      });
      const subjects = tagged
        .map(judgeBalancer)
        .filter(({ verdict }) => verdict === 'fail');
      const lost = {
        id: 'Services',
        detail: front.reason,
        verdict: 'unknown',
      } as const;
      return combine([...subjects, lost], { none: '', expected });
    }
    const { namespaces } = front.value;
    const made = balancersMadeFor(loadBalancers, { cluster: name, namespaces });
    const services = exposedServices(front.value);
    const left = orphans(made, given.services.ok ? given.services.value : []);
    return combine(
      [
        ...services.flatMap(service => judgeService(service, loadBalancers)),
        ...left.flatMap(judgeOrphan),
      ],
      { none: reasonForNone(services), expected },
    );
  },
});

function reasonForNone([service]: readonly LiveService[]): string {
  return service
    ? `${service.id} has no load balancer yet`
    : 'there is no load balancer in front of the product';
}

function judgeService(
  service: LiveService,
  loadBalancers: readonly LiveLoadBalancer[],
): Subject[] {
  return balancersOf(service, loadBalancers).map(({ hostname, balancer }) => {
    if (balancer) return judgeBalancer(balancer);
    // All of the VPC's were read, so it is a classic one, or gone.
    const detail = `${service.id} names ${hostname}, which is no network load balancer of the VPC`;
    return { id: hostname, verdict: 'fail', detail };
  });
}

function judgeBalancer({ name, type, scheme }: LiveLoadBalancer): Subject {
  const good = type === 'network' && scheme === 'internal';
  return {
    id: name,
    verdict: good ? 'pass' : 'fail',
    detail: `load balancer ${name}: ${type}, ${scheme}`,
  };
}

/** One whose Service is gone does harm only where it faces the internet. */
function judgeOrphan(balancer: LiveLoadBalancer): Subject[] {
  if (balancer.scheme === 'internal') return [];
  const { name, scheme } = balancer;
  const detail = `${name} is ${scheme}, and Service ${stackOfBalancer(balancer)} for which it was made is gone`;
  return [{ id: name, verdict: 'fail', detail }];
}
