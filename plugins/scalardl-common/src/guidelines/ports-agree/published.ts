import type {
  LiveService,
  LiveServicePort,
} from '../../facts/live/balancers/services';
import { type Ports, ROLES, type Role } from '../../facts/ports/port';
import type { Side, Subject } from '../../report/report';

/** A port of a Service that leads to one of the product. */
export interface PublishedPort {
  service: LiveService;
  port: LiveServicePort;
}

/** By role, the ports that callers may use. */
export type Published = Record<Role, PublishedPort[]>;

/** The ports of the Services for callers that lead to each port of the pods. */
export function publishedPorts(
  services: readonly LiveService[],
  pods: Ports,
): Published {
  const leadingTo = (role: Role) =>
    forCallers(services).flatMap(service =>
      service.ports
        .filter(({ targetPort }) => targetPort === pods[role].number)
        .map(port => ({ service, port })),
    );
  return { client: leadingTo('client'), privileged: leadingTo('privileged') };
}

/** Load balancers; without one, what leads to Envoy, because the Services of the product itself serve Envoy only. */
function forCallers(services: readonly LiveService[]): LiveService[] {
  const exposed = services.filter(({ type }) => type === 'LoadBalancer');
  return exposed.length > 0
    ? exposed
    : services.filter(({ entry }) => entry.component === 'envoy');
}

/** Whether each port of the pods has one of a Service in front of it. */
export function judgePublished(
  side: Side,
  {
    services,
    published,
    pods,
  }: { services: readonly LiveService[]; published: Published; pods: Ports },
): Subject[] {
  return ROLES.map((role): Subject => {
    const id = `${side}: ${role} port of the Service`;
    const { number, detail } = pods[role];
    if (typeof number !== 'number') {
      const verdict = number === 'untold' ? 'unknown' : 'fail';
      return { id, verdict, detail };
    }
    const [first] = published[role];
    if (first) {
      const { service, port } = first;
      const lead = `port ${port.port} of ${service.id} leads to ${number}`;
      return { id, verdict: 'pass', detail: lead };
    }
    const others = forCallers(services).map(describe).join('; ');
    const missing = `no port leads to ${number}: ${others || 'there is no Service for callers'}`;
    return { id, verdict: 'fail', detail: missing };
  });
}

function describe({ id, ports }: LiveService): string {
  const targets = ports.map(({ written, targetPort }) =>
    targetPort === undefined ? `${written}, which no container has` : written,
  );
  return `${id} leads to ${targets.join(', ')}`;
}
