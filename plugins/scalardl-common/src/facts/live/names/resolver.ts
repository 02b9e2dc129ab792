import type { SideLiveFacts } from '../liveFacts';
import { type NameEnd, type NamePath, isWithin } from './nameEnd';
import { type Route53, resolveName } from './resolveName';

/** Whose pods ask, and who else may have read the private zones that they look into. */
export interface Asking {
  facts: SideLiveFacts;
  /** The records of a zone that its owner alone may read are taken from whichever side may. */
  other?: SideLiveFacts;
}

/** What a VPC asks for names by default: Route 53, which alone knows private zones. */
const ROUTE_53 = 'AmazonProvidedDNS';

/** Where a name leads that the node's own resolver is asked for: whom the VPC's DHCP options name. */
export function askNode(
  name: string,
  asking: Asking,
  path: NamePath,
): NameEnd[] {
  const { nameServers } = asking.facts;
  if (!nameServers.ok) return unread(name, nameServers.reason, path);
  const servers = nameServers.value;
  return servers.length > 0 && servers.every(each => each === ROUTE_53)
    ? askRoute53(name, asking, path)
    : unread(
        name,
        `its VPC asks ${servers.join(', ') || 'no name server'} for names, expected ${ROUTE_53}, whose private zones can be read`,
        path,
      );
}

/** Where a name leads that Route 53 is asked for in the VPC. */
export function askRoute53(
  name: string,
  { facts, other }: Asking,
  path: NamePath,
): NameEnd[] {
  const { vpcDns, privateZones, resolverRules } = facts;
  for (const fact of [vpcDns, privateZones, resolverRules])
    if (!fact.ok) return unread(name, fact.reason, path);
  if (!vpcDns.ok || !privateZones.ok || !resolverRules.ok) return [];
  const { support, hostnames } = vpcDns.value;
  const others = other?.privateZones.ok ? other.privateZones.value : [];
  const zones = privateZones.value.map(zone =>
    zone.records
      ? zone
      : (others.find(({ id, records }) => id === zone.id && records) ?? zone),
  );
  const known: Route53 = { zones, rules: resolverRules.value };
  if (!support || (!hostnames && zones.some(zone => isWithin(name, zone.name))))
    return unread(
      name,
      'private zones answer only with enableDnsSupport and enableDnsHostnames, which are not both on',
      path,
    );
  return resolveName(name, known, path);
}

function unread(name: string, why: string, path: NamePath): NameEnd[] {
  const way = path.way.includes(name) ? path.way : [...path.way, name];
  return [{ ...path, way, leads: { to: 'unread', why } }];
}

/** Who answers at an address that somebody names as a name server. */
export type ServerKind = 'route53' | 'cluster' | 'other';

/** Where Route 53 answers in every VPC (https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html). */
const EVERYWHERE = ['169.254.169.253', 'fd00:ec2::253'];

/** Where a name server on each node answers (https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/). */
const ON_NODE = '169.254.20.10';

export function serverKind(
  server: string,
  { vpc, cluster, clusterDns }: SideLiveFacts,
): ServerKind {
  const own = vpc.ok ? vpc.value.cidrs.slice(0, 1) : [];
  if ([...EVERYWHERE, ...own.map(cidr => addressIn(cidr, 2))].includes(server))
    return 'route53';
  const services = cluster.ok ? (cluster.value.serviceCidr ?? '') : '';
  const onNode = clusterDns.ok && clusterDns.value.nodeLocal !== undefined;
  return server === addressIn(services, 10) || (onNode && server === ON_NODE)
    ? 'cluster'
    : 'other';
}

/** The address so many after the first one of a range of IPv4; empty where it is none. */
function addressIn(cidr: string, after: number): string {
  const [, before, last] = /^(\d+\.\d+\.\d+)\.(\d+)\/\d+$/.exec(cidr) ?? [];
  return before ? `${before}.${Number(last) + after}` : '';
}
