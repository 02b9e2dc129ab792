import type { LiveInstance, LiveSubnet } from '../aws';
import type { LiveNode } from '../kubernetes';

/** Of an availability zone; those of Local Zones and Wavelength Zones have a part more, such as `usw2-lax1-az1`. */
const ZONE_ID = /^[a-z]+\d+-az\d+$/;

/** What tells the zone of a node. */
export interface ZoneMap {
  subnets: readonly LiveSubnet[];
  instances: readonly LiveInstance[];
}

/** The id of a node's zone, which means the same in every account; `undefined` where nothing tells it. */
export function zoneIdOf(
  { zoneId, zone, instanceId }: LiveNode,
  { subnets, instances }: ZoneMap,
): string | undefined {
  if (zoneId) return zoneId;
  const machine = instances.find(({ id }) => id === instanceId);
  const subnet = subnets.find(
    ({ id, zone: name }) => id === machine?.subnetId || name === zone,
  );
  return subnet?.zoneId;
}

/** True for a zone that fails by itself: a Local Zone hangs on its region. */
export function isAvailabilityZone(zoneId: string): boolean {
  return ZONE_ID.test(zoneId);
}
