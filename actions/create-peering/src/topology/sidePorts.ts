import {
  type Environment,
  FIXED_PORTS,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { PortRange } from './ports';

export type SideName = 'ledger' | 'auditor';

/**
 * The ports that callers of a side need: those of the load balancer, and those of the pods, which count where
 * a load balancer hands on the caller's own address
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation).
 */
export function openPorts({ spec }: Environment, side: SideName): PortRange[] {
  const { client, privileged } = spec[side].loadBalancerPorts;
  const pods = Object.values(FIXED_PORTS[side]);
  return [...new Set([client, privileged, ...pods])].map(port => ({
    first: port,
    last: port,
  }));
}
