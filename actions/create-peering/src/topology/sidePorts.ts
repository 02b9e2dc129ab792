import type { Environment } from '@scalardl-on-eks/plugin-scalardl-common';
import type { PortRange } from './ports';

export type SideName = 'ledger' | 'auditor';

/** Ports of the pods, which Scalar's charts have built in. */
const POD_PORTS: Readonly<Record<SideName, readonly number[]>> = {
  ledger: [50051, 50052],
  auditor: [40051, 40052],
};

/**
 * The ports that callers of a side need: those of the load balancer, and those of the pods, which count where
 * a load balancer hands on the caller's own address
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation).
 */
export function openPorts({ spec }: Environment, side: SideName): PortRange[] {
  const { client, privileged } = spec[side].loadBalancerPorts;
  return [...new Set([client, privileged, ...POD_PORTS[side]])].map(port => ({
    first: port,
    last: port,
  }));
}
