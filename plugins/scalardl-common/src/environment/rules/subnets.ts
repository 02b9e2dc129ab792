import { addressesOf, toRange } from '../../network/cidr';
import type { SideEntry } from './rule';

/** The addresses of the private subnets in one zone of a VPC that is already there. */
export interface ZoneAddresses {
  zone: string;
  addresses: number;
  /** How many zones the subnets span. */
  zones: number;
}

/** The zone whose private subnets hold the fewest addresses, `undefined` where a subnet is broken or there is none. */
export function smallestZone({ parts }: SideEntry): ZoneAddresses | undefined {
  const subnets = parts.network?.existing?.privateSubnets ?? [];
  const addresses = new Map<string, number>();
  for (const subnet of subnets) {
    if (subnet?.zone === undefined || subnet.cidr === undefined)
      return undefined;
    const before = addresses.get(subnet.zone) ?? 0;
    const own = addressesOf(toRange(subnet.cidr).prefix);
    addresses.set(subnet.zone, before + own);
  }
  const [smallest] = [...addresses].sort((one, other) => one[1] - other[1]);
  return (
    smallest && {
      zone: smallest[0],
      addresses: smallest[1],
      zones: addresses.size,
    }
  );
}
