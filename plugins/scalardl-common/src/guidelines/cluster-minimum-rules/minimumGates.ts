import type { LiveCluster } from '../../facts/live';
import { type NetworkMap, asRange } from '../../facts/live/balancers/places';
import {
  type Flow,
  type Members,
  between,
} from '../../facts/live/security/between';
import type { Gate } from '../../facts/live/security/gate';
import type { InterfaceClass } from '../../facts/live/security/nodeInterfaces';
import type { GroupBook } from '../../facts/live/security/rules';

interface NamedFlow extends Flow {
  id: string;
}

/** The interfaces of the control plane in the VPC, by their mark; without them its subnets. */
export function controlPlane(
  cluster: LiveCluster,
  { networkInterfaces, subnets }: NetworkMap,
): Members {
  const { name, subnetIds, clusterSecurityGroupId, securityGroupIds } = cluster;
  const addresses = networkInterfaces
    .filter(({ description }) => description === `Amazon EKS ${name}`)
    .flatMap(({ privateAddresses }) => privateAddresses);
  const whole = subnets
    .filter(({ id }) => subnetIds.includes(id))
    .map(({ cidr }) => cidr);
  return {
    title: 'the control plane',
    ranges: addresses.length > 0 ? addresses.map(asRange) : whole,
    groupIds: [
      ...(clusterSecurityGroupId ? [clusterSecurityGroupId] : []),
      ...securityGroupIds,
    ],
  };
}

const ALONE = {
  answer: 'unknown',
  detail:
    'without machines CoreDNS has interfaces to itself, and which those are was not read',
} as const;

/** What EKS needs at least, each with the rule that admits or the groups that refuse it; none without nodes. */
export function minimumGates({
  nodes,
  control,
  book,
}: {
  nodes: readonly InterfaceClass[];
  control: Members;
  book: GroupBook;
}): Gate[] {
  if (nodes.length === 0) return [];
  const machines = nodes.filter(({ kind }) => kind === 'host');
  // On Fargate a pod and its node answer at the same interface.
  const hosts = machines.length > 0 ? machines : nodes;
  const flows: NamedFlow[] = [
    {
      id: 'nodes to control plane, TCP 443',
      protocol: 'tcp',
      port: 443,
      from: hosts,
      to: [control],
    },
    {
      id: 'control plane to nodes, TCP 10250',
      protocol: 'tcp',
      port: 10250,
      from: [control],
      to: hosts,
    },
  ];
  return [...flows, ...resolution(nodes)].map(flow => ({
    id: flow.id,
    ...(flow.to.length > 0 ? between(flow, book) : ALONE),
  }));
}

/** From every pod to CoreDNS, which beside machines has no interface to itself. */
function resolution(nodes: readonly InterfaceClass[]): NamedFlow[] {
  return (['tcp', 'udp'] as const).map(protocol => ({
    id: `name resolution between nodes, ${protocol.toUpperCase()} 53`,
    protocol,
    port: 53,
    from: nodes,
    to: nodes.filter(({ kind }) => kind !== 'own'),
  }));
}
