import type { Fact } from '../../facts/fact';
import type { LiveLoadBalancer } from '../../facts/live';
import { balancersOf } from '../../facts/live/balancers/balancers';
import type {
  LiveService,
  LiveServicePort,
} from '../../facts/live/balancers/services';
import {
  groupsBehind,
  seesCallers,
} from '../../facts/live/balancers/targetGroups';
import type { Subject } from '../../report/report';
import { type Closed, judgeGroup } from './judgeGroup';

/** A port of a Service that leads to a port which has to stay inside. */
export interface Offer {
  service: LiveService;
  port: LiveServicePort;
}

/** Every port of a Service with a load balancer or node ports that leads to one of the ports. */
export function offersOf(
  services: readonly LiveService[],
  ports: readonly number[],
): Offer[] {
  return services
    .filter(({ type }) => type !== 'ClusterIP')
    .flatMap(service =>
      service.ports
        .filter(({ port, targetPort }) =>
          [port, targetPort].some(
            number => number !== undefined && ports.includes(number),
          ),
        )
        .map(port => ({ service, port })),
    );
}

/** Whether the load balancers that offer the port admit nobody but the own VPC; a node port is the nodes' matter. */
export function judgeOffer(
  { service, port }: Offer,
  {
    loadBalancers,
    ...closed
  }: Closed & { loadBalancers: Fact<LiveLoadBalancer[]> },
): Subject[] {
  const id = `${service.id} :${port.port}`;
  const offer = `${service.id} offers port ${port.port} for the pods’ ${port.written}`;
  if (!loadBalancers.ok && service.type === 'LoadBalancer') {
    const detail = `${offer}: ${loadBalancers.reason}`;
    return [{ id, verdict: 'unknown', detail }];
  }
  const seen = loadBalancers.ok ? loadBalancers.value : [];
  return balancersOf(service, seen).flatMap(({ hostname, balancer }) =>
    balancer
      ? judgeBalancer(balancer, port.port, closed).map(subject => ({
          ...subject,
          id,
          detail: `${offer}: ${subject.detail}`,
        }))
      : [
          {
            id,
            verdict: 'unknown' as const,
            detail: `${offer}: ${hostname} is no network load balancer of the VPC`,
          },
        ],
  );
}

function judgeBalancer(
  balancer: LiveLoadBalancer,
  port: number,
  closed: Closed,
): Pick<Subject, 'verdict' | 'detail'>[] {
  const { name, securityGroupIds } = balancer;
  if (securityGroupIds.length > 0) {
    return securityGroupIds.map(groupId =>
      judgeGroup(groupId, { ...closed, ports: [port] }),
    );
  }
  return groupsBehind({ balancer, port }).map(group => {
    const answer = seesCallers(group);
    if (answer === 'yes') {
      const detail = `${name} has no security group, so those of its targets decide`;
      return { verdict: 'pass', detail };
    }
    const detail = `${name} has no security group and hides its callers from its targets`;
    return { verdict: answer === 'no' ? 'fail' : 'unknown', detail };
  });
}
