import { addressesOf, formatCidr, rangeAt } from '../../../network/cidr';
import { addressSet } from '../../ranges/addressSet';
import type { LiveNetworkInterface } from '../aws';

type Interfaces = readonly LiveNetworkInterface[];

/** The interfaces of a VPC by what they are looked up by. */
interface InterfaceIndex {
  byAddress: ReadonlyMap<string, LiveNetworkInterface>;
  byInstance: ReadonlyMap<string, Interfaces>;
}

/** Length of the prefixes that AWS delegates to an interface for its pods. */
const DELEGATED = 28;

/** A thousand nodes have thousands of interfaces, and every guideline asks for the same ones. */
const indexes = new WeakMap<Interfaces, InterfaceIndex>();

/** The interface that has the address, itself or in a prefix that is delegated to it. */
export function interfaceAt(
  address: string,
  interfaces: Interfaces,
): LiveNetworkInterface | undefined {
  const { byAddress } = indexOf(interfaces);
  const own = byAddress.get(address);
  if (own) return own;
  const [span] = addressSet([`${address}/32`]);
  if (!span) return undefined;
  const start = span.first - (span.first % addressesOf(DELEGATED));
  return byAddress.get(formatCidr(rangeAt(start, DELEGATED)));
}

/** The interfaces of a machine. */
export function interfacesOf(
  instanceId: string,
  interfaces: Interfaces,
): Interfaces {
  return indexOf(interfaces).byInstance.get(instanceId) ?? [];
}

function indexOf(interfaces: Interfaces): InterfaceIndex {
  const known = indexes.get(interfaces);
  if (known) return known;
  const byAddress = new Map<string, LiveNetworkInterface>();
  const byInstance = new Map<string, LiveNetworkInterface[]>();
  for (const each of interfaces) {
    for (const address of [...each.prefixes, ...each.privateAddresses])
      byAddress.set(address, each);
    if (each.instanceId === undefined) continue;
    const others = byInstance.get(each.instanceId);
    if (others) others.push(each);
    else byInstance.set(each.instanceId, [each]);
  }
  const index = { byAddress, byInstance };
  indexes.set(interfaces, index);
  return index;
}
