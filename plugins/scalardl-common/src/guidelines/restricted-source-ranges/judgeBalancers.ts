import type { Fact } from '../../facts/fact';
import type { LiveLoadBalancer } from '../../facts/live';
import { balancersOf } from '../../facts/live/balancers/balancers';
import type { LiveService } from '../../facts/live/balancers/services';
import { openToEverybody } from '../../facts/live/security/everybody';
import type { GroupBook } from '../../facts/live/security/rules';
import {
  groupsBehind,
  seesCallers,
} from '../../facts/live/balancers/targetGroups';
import { not } from '../../facts/kubernetes/certainty';
import type { Subject } from '../../report/report';
import { verdictOf } from '../certainty';

/** Whether each load balancer of a Service keeps somebody out on every listener. */
export function judgeBalancers(
  service: LiveService,
  loadBalancers: Fact<LiveLoadBalancer[]>,
  book: GroupBook,
): Subject[] {
  if (!loadBalancers.ok) {
    const detail = loadBalancers.reason;
    return [{ id: service.id, verdict: 'unknown', detail }];
  }
  return balancersOf(service, loadBalancers.value).flatMap(
    ({ hostname, balancer }): Subject[] => {
      if (balancer) {
        return balancer.listeners.flatMap(({ port }) =>
          judgeListener(balancer, port, book),
        );
      }
      const detail = `${service.id} names ${hostname}, which is no network load balancer of the VPC`;
      return [{ id: hostname, verdict: 'unknown', detail }];
    },
  );
}

function judgeListener(
  balancer: LiveLoadBalancer,
  port: number,
  book: GroupBook,
): Subject[] {
  const { name, securityGroupIds } = balancer;
  const id = `${name} :${port}`;
  if (securityGroupIds.length > 0) {
    const { answer, detail } = openToEverybody(securityGroupIds, port, book);
    return [{ id, verdict: verdictOf(not(answer)), detail }];
  }
  return groupsBehind({ balancer, port }).map(group => {
    const answer = seesCallers(group);
    const detail =
      answer === 'yes'
        ? `${name} has no security group, so those of its targets decide`
        : `${name} has no security group and hides its callers from its targets`;
    return { id, verdict: verdictOf(answer), detail };
  });
}
