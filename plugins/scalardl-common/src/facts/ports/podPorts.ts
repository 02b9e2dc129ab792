import type { Side } from '../../report/report';
import { isFromEnvironment } from '../product/configuration';
import type { Properties } from '../properties';
import type { Port, Ports, Role } from './port';

/**
 * The ports of the pods where the properties leave them out. The charts' probes call the client port, so
 * the pods never become ready on another one
 * (https://github.com/scalar-labs/helm-charts, templates of scalardl and scalardl-audit).
 */
export const FIXED_PORTS: Readonly<Record<Side, Record<Role, number>>> = {
  ledger: { client: 50051, privileged: 50052 },
  auditor: { client: 40051, privileged: 40052 },
};

/** The ports on which the product listens in its pods. */
export function podPorts(properties: Properties, side: Side): Ports {
  const prefix = `scalar.dl.${side}.server`;
  const { client, privileged } = FIXED_PORTS[side];
  return {
    client: propertyPort(properties, `${prefix}.port`, client),
    privileged: propertyPort(
      properties,
      `${prefix}.privileged_port`,
      privileged,
    ),
  };
}

/** The ports on which the Auditor calls the Ledger. */
export function ledgerPortsOfAuditor(properties: Properties): Ports {
  const prefix = 'scalar.dl.auditor.ledger';
  const { client, privileged } = FIXED_PORTS.ledger;
  return {
    client: propertyPort(properties, `${prefix}.port`, client),
    privileged: propertyPort(
      properties,
      `${prefix}.privileged_port`,
      privileged,
    ),
  };
}

function propertyPort(
  properties: Properties,
  key: string,
  otherwise: number,
): Port {
  const text = properties.get(key);
  const location = properties.locate(key);
  if (text === undefined || text === '') {
    return {
      number: otherwise,
      detail: `${key} is not set, so ${otherwise}`,
      location,
    };
  }
  if (isFromEnvironment(text)) {
    return {
      number: 'untold',
      detail: `${key} is set by an environment variable`,
      location,
    };
  }
  const number = /^\d+$/.test(text) ? Number(text) : 'absent';
  return { number, detail: `${key} is ${text}`, location };
}
