import type {
  LiveLoadBalancer,
  LiveTargetGroup,
  LiveTargetHealth,
} from '../../facts/live';
import { balancersOf } from '../../facts/live/balancers/balancers';
import {
  groupsBehind,
  listenersOn,
} from '../../facts/live/balancers/targetGroups';
import { ROLES } from '../../facts/ports/port';
import type { Side, Subject } from '../../report/report';
import type { Published, PublishedPort } from './published';

interface Balancers {
  loadBalancers: readonly LiveLoadBalancer[];
  targetHealth: readonly LiveTargetHealth[];
}

/** Whether listeners and targets have the ports of the Services; nothing where no load balancer is there. */
export function judgeBalancers(
  side: Side,
  { published, ...balancers }: Balancers & { published: Published },
): Subject[] {
  return ROLES.flatMap(role =>
    published[role].flatMap(port =>
      judgePort(port, balancers).map(subject => ({
        ...subject,
        id: `${side}: ${role} port of the load balancer`,
      })),
    ),
  );
}

type Judgement = Pick<Subject, 'verdict' | 'detail'>;

function judgePort(
  { service, port }: PublishedPort,
  { loadBalancers, targetHealth }: Balancers,
): Judgement[] {
  const found = balancersOf(service, loadBalancers);
  return found.flatMap(({ balancer }): Judgement[] => {
    if (!balancer) return [];
    const { name, listeners } = balancer;
    if (listenersOn({ balancer, port: port.port }).length === 0) {
      const others = listeners.map(each => `${each.protocol} ${each.port}`);
      const detail = `${name} listens on ${others.join(', ') || 'no port'}, and ${service.id} has port ${port.port}`;
      return [{ verdict: 'fail', detail }];
    }
    return groupsBehind({ balancer, port: port.port }).map(group =>
      judgeTargets(group, { port, name, targetHealth }),
    );
  });
}

function judgeTargets(
  group: LiveTargetGroup,
  {
    port,
    name,
    targetHealth,
  }: {
    port: PublishedPort['port'];
    name: string;
    targetHealth: readonly LiveTargetHealth[];
  },
): Judgement {
  const byInstance = group.targetType === 'instance';
  const wanted = byInstance ? port.nodePort : port.targetPort;
  const what = byInstance ? 'the node port' : 'the pods’ port';
  const registered = targetHealth
    .filter(({ targetGroupArn }) => targetGroupArn === group.arn)
    .flatMap(({ targets }) => targets)
    .filter(({ state }) => state !== 'draining')
    .map(target => target.port);
  const ports = registered.length > 0 ? [...new Set(registered)] : [group.port];
  const agrees = ports.every(number => number === wanted);
  const detail = `${name} :${port.port} leads to ${ports.join(', ')}, and ${what} is ${wanted ?? 'not set'}`;
  return { verdict: agrees ? 'pass' : 'fail', detail };
}
