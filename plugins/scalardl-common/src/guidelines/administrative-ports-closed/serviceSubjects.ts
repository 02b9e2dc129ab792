import type { Fact } from '../../facts/fact';
import type { Service, ServicePort } from '../../facts/loadBalancer/service';
import { sourceRangesOf } from '../../facts/loadBalancer/sourceRanges';
import { addressSet, covers } from '../../facts/ranges/addressSet';
import type { Subject } from '../../report/report';

interface Context {
  ports: readonly number[];
  own: Fact<string[]>;
}

/** One subject for each administrative port of a load balancer; one that passes where there is none. */
export function serviceSubjects(
  service: Service,
  { ports, own }: Context,
): Subject[] {
  const isOpen = ({ port, targetPort }: ServicePort) =>
    ports.includes(port) ||
    (typeof targetPort === 'number' && ports.includes(targetPort));
  const open = service.ports.filter(isOpen);
  if (open.length === 0) {
    const detail = `${service.id} offers ${service.ports.map(({ port }) => port).join(', ')}`;
    const { location } = service;
    return [{ id: service.id, verdict: 'pass', detail, location }];
  }
  return open.map(({ name, port, targetPort, location }) => ({
    id: `${service.id} ${name}`,
    ...judgeCallers(service, own),
    detail: `${service.id} offers port ${port} for the pods’ ${targetPort}`,
    location,
  }));
}

/** A load balancer that admits nobody but the own network opens nothing. */
function judgeCallers(
  service: Service,
  own: Fact<string[]>,
): Pick<Subject, 'verdict'> {
  const { ranges, omitted, elsewhere } = sourceRangesOf(service);
  if (elsewhere) return { verdict: 'unknown' };
  if (omitted) return { verdict: 'fail' };
  if (!own.ok) return { verdict: 'unknown' };
  const inside = covers(addressSet(own.value), addressSet(ranges));
  return { verdict: inside ? 'pass' : 'fail' };
}
