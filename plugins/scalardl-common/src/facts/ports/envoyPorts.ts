import type { Location, Side } from '../../report/report';
import { type Service, productService } from '../loadBalancer/service';
import type { SourceDocument } from '../sourceDocument';
import { FIXED_PORTS } from './podPorts';
import type { Port, Ports } from './port';

/** The ports on which Envoy listens and to which it forwards, in the order of its listeners. */
export interface Listeners {
  numbers: number[];
  detail: string;
  location: Location;
}

const KEYS = ['envoy', 'envoyConfiguration', 'serviceListeners'];

/** `undefined` where Envoy is switched off. */
export function envoyListeners(
  product: SourceDocument,
  side: Side,
): Listeners | undefined {
  if (product.get('envoy', 'enabled') === false) return undefined;
  const location = product.locate(...KEYS);
  const text = product.get(...KEYS);
  if (text === undefined || text === null) {
    const { client, privileged } = FIXED_PORTS[side];
    return {
      numbers: [client, privileged],
      detail: `${KEYS.join('.')} is not set, so ${client} and ${privileged}`,
      location,
    };
  }
  return {
    numbers: String(text)
      .split(',')
      .map(listener => Number(listener.trim().split(':').at(-1))),
    detail: `${KEYS.join('.')} is ${String(text)}`,
    location,
  };
}

/** The ports of the load balancer that lead to each port of the pods. */
export function loadBalancerPorts(
  product: SourceDocument,
  { side, pods }: { side: Side; pods: Ports },
): Ports {
  const service = productService(product, side);
  return {
    client: portLeadingTo(pods.client, service),
    privileged: portLeadingTo(pods.privileged, service),
  };
}

function portLeadingTo({ number }: Port, service: Service): Port {
  const location = service.ports[0]?.location ?? service.location;
  if (typeof number !== 'number') {
    return {
      number: 'untold',
      detail: 'the port of the pods is not told',
      location,
    };
  }
  const port = service.ports.find(({ targetPort }) => targetPort === number);
  if (port) {
    return {
      number: port.port,
      detail: `port ${port.port} of the ${service.id} leads to ${number}`,
      location: port.location,
    };
  }
  const targets = service.ports.map(({ targetPort }) => targetPort);
  const named = targets.find(target => typeof target === 'string');
  const offending = service.ports.find(
    ({ targetPort }) => targetPort === named,
  );
  return named
    ? {
        number: 'untold',
        detail: `the ${service.id} names the port ${named} of the pods instead of its number`,
        location: offending?.location ?? location,
      }
    : {
        number: 'absent',
        detail: `no port of the ${service.id} leads to ${number}, only to ${targets.join(', ')}`,
        location,
      };
}
