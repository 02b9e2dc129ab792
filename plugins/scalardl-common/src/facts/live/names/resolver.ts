import { type Fact, read, unreadable } from '../../fact';
import type { LivePrivateZone } from '../aws';
import type { SideLiveFacts } from '../liveFacts';

/** What a VPC asks for names by default: Route 53, which alone knows private zones. */
const ROUTE_53 = 'AmazonProvidedDNS';

/**
 * The private zones in which names of a VPC are looked up; unreadable where other name servers answer, or it is not
 * known which. The records of a zone that its owner alone may read are taken from whichever side may.
 */
export function resolverOf(
  { nameServers, vpcDns, privateZones }: SideLiveFacts,
  other: SideLiveFacts,
): Fact<LivePrivateZone[]> {
  if (!nameServers.ok) return nameServers;
  if (!vpcDns.ok) return vpcDns;
  if (!privateZones.ok) return privateZones;
  const servers = nameServers.value;
  if (servers.length === 0 || servers.some(each => each !== ROUTE_53))
    return unreadable(
      `its VPC asks ${servers.join(', ') || 'no name server'} for names, expected ${ROUTE_53}, whose private zones can be read`,
    );
  if (!vpcDns.value.support || !vpcDns.value.hostnames)
    return unreadable(
      'private zones answer only with enableDnsSupport and enableDnsHostnames, which are not both on',
    );
  const others = other.privateZones.ok ? other.privateZones.value : [];
  return read(
    privateZones.value.map(zone =>
      zone.records
        ? zone
        : (others.find(({ id, records }) => id === zone.id && records) ?? zone),
    ),
    privateZones.source,
  );
}
