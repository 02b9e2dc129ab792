import type { Side } from '../../../report/report';
import { podPorts } from '../../ports/podPorts';
import { type Port, ROLES, type Role } from '../../ports/port';
import type { Properties } from '../../properties';
import type { Workload } from '../../release/workload';
import type { LiveLoadBalancer } from '../aws';
import { balancersOf } from '../balancers/balancers';
import type { LiveService, LiveServicePort } from '../balancers/services';
import { listenersOn } from '../balancers/targetGroups';
import type { Gate } from '../security/gate';

/** One port of the product as callers reach it: listener, port of the Service, port of the pods. */
export interface Way {
  role: Role;
  service: LiveService;
  balancer: LiveLoadBalancer;
  /** Port of the listener and of the Service. */
  port: number;
  /** Port of the pods behind the Service. */
  targetPort: number;
  nodePort: number | undefined;
  /** The pods behind the Service. */
  entry: Workload;
}

/** Every way in, and what already ends before a load balancer. */
export interface Ways {
  ways: Way[];
  ends: Gate[];
}

/** The side that is called, as its properties, Services and load balancers show it. */
export interface Called {
  side: Side;
  properties: Properties;
  services: readonly LiveService[];
  loadBalancers: readonly LiveLoadBalancer[];
}

/** The ways to the product's two ports through every load balancer of its Services. */
export function waysInto(called: Called): Ways {
  const { services, side } = called;
  const exposed = services.filter(({ type }) => type === 'LoadBalancer');
  const pods = podPorts(called.properties, side);
  const found = ROLES.map(role =>
    waysOfRole(called, exposed, pods[role], role),
  );
  return {
    ways: found.flatMap(({ ways }) => ways),
    ends: found.flatMap(({ ends }) => ends),
  };
}

function waysOfRole(
  { services, loadBalancers }: Called,
  exposed: readonly LiveService[],
  { number, detail }: Port,
  role: Role,
): Ways {
  const id = `${role} port`;
  if (typeof number !== 'number') {
    const answer = number === 'untold' ? 'unknown' : 'no';
    return { ways: [], ends: [{ id, answer, detail }] };
  }
  const leading = exposed.flatMap(service =>
    service.ports
      .filter(({ targetPort }) => targetPort === number)
      .map(port => ({ service, port })),
  );
  if (leading.length === 0) {
    const others = services.map(({ id: name, type }) => `${name} is ${type}`);
    const found = others.length > 0 ? `: ${others.join(', ')}` : '';
    const why = `no port of a load balancer leads to ${number}${found}`;
    return { ways: [], ends: [{ id, answer: 'no', detail: why }] };
  }
  const each = leading.map(found => waysOfPort(found, loadBalancers, role));
  return {
    ways: each.flatMap(({ ways }) => ways),
    ends: each.flatMap(({ ends }) => ends),
  };
}

function waysOfPort(
  { service, port }: { service: LiveService; port: LiveServicePort },
  loadBalancers: readonly LiveLoadBalancer[],
  role: Role,
): Ways {
  const id = `${service.id} :${port.port}`;
  const named = balancersOf(service, loadBalancers);
  if (named.length === 0) {
    const detail = `${service.id} has no load balancer yet`;
    return { ways: [], ends: [{ id, answer: 'no', detail }] };
  }
  const ends: Gate[] = [];
  const ways: Way[] = [];
  for (const { hostname, balancer } of named) {
    const flaw = flawOf(balancer, port.port);
    if (flaw || !balancer) {
      const detail = `${hostname} of ${service.id} ${flaw}`;
      ends.push({ id, answer: 'no', detail });
    } else {
      const { port: listener, nodePort } = port;
      const targetPort = Number(port.targetPort);
      const { entry } = service;
      const way = { role, service, balancer, targetPort, nodePort, entry };
      ways.push({ ...way, port: listener });
    }
  }
  return { ways, ends };
}

/** What keeps a load balancer from passing the port on at all. */
function flawOf(
  balancer: LiveLoadBalancer | undefined,
  port: number,
): string | undefined {
  if (!balancer) return 'is no network load balancer of the VPC';
  if (listenersOn({ balancer, port }).length === 0) {
    const others = balancer.listeners.map(
      listener => `${listener.protocol} ${listener.port}`,
    );
    return `has no listener for TCP on ${port}, only ${others.join(', ') || 'none'}`;
  }
  return balancer.state.startsWith('active')
    ? undefined
    : `is ${balancer.state}`;
}
