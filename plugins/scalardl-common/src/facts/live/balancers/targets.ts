import { type Fact, read, unreadable } from '../../fact';
import type { LiveNetworkInterface, LiveTargetHealth } from '../aws';
import type { LiveNode, LivePod } from '../kubernetes';
import { interfaceAt, interfacesOf } from './interfaces';
import { type NetworkMap, type Place, asRange, subnetAt } from './places';

/** What tells where a target is. */
export interface TargetMap extends NetworkMap {
  nodes: readonly LiveNode[];
  pods: readonly LivePod[];
}

/** One target of a listener and the interface that answers there. */
export interface Target extends Place {
  /** Address or instance id. */
  id: string;
  port: number;
  /** `healthy`, `initial`, … */
  state: string;
  /** What its interface may hold: more than one list where it is not known which of several it is. */
  groupIds: readonly (readonly string[])[];
}

type RegisteredTarget = LiveTargetHealth['targets'][number];

/** Where a target is; unreadable where nothing that was read shows it. */
export function locateTarget(
  target: RegisteredTarget,
  map: TargetMap,
): Fact<Target> {
  const { id, port, state } = target;
  const found = interfacesOfTarget(id, map);
  const [first] = found;
  if (!first) return unreadable(`no network interface of target ${id} is seen`);
  const isAddress = !id.startsWith('i-');
  const subnetId = (isAddress && subnetAt(id, map)?.id) || first.subnetId;
  const ranges = isAddress
    ? [asRange(id)]
    : found.flatMap(({ privateAddresses }) => privateAddresses).map(asRange);
  const groupIds = found.map(each => each.groupIds);
  return read({ id, port, state, subnetId, ranges, groupIds }, 'targets');
}

/** The name of the target's zone, if anything that was read shows it. */
export function zoneOf(
  target: RegisteredTarget,
  map: TargetMap,
): string | undefined {
  const { id, zone } = target;
  if (zone !== undefined) return zone;
  const node = nodeOf(id, map);
  const [first] = interfacesOfTarget(id, map);
  const subnetId = subnetAt(id, map)?.id ?? first?.subnetId;
  return map.subnets.find(subnet => subnet.id === subnetId)?.zone ?? node?.zone;
}

/** Pods share the interfaces of their node, unless one of their own has their address. */
function interfacesOfTarget(
  id: string,
  map: TargetMap,
): readonly LiveNetworkInterface[] {
  const { networkInterfaces } = map;
  if (id.startsWith('i-')) return interfacesOf(id, networkInterfaces);
  const own = interfaceAt(id, networkInterfaces);
  if (own) return [own];
  const instanceId = nodeOf(id, map)?.instanceId;
  return instanceId === undefined
    ? []
    : interfacesOf(instanceId, networkInterfaces);
}

function nodeOf(id: string, { nodes, pods }: TargetMap): LiveNode | undefined {
  const pod = pods.find(({ address }) => address === id);
  return nodes.find(
    ({ instanceId, name }) => instanceId === id || name === pod?.node,
  );
}
