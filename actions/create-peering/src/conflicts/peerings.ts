import type { Half, Link } from '../link/link';
import { connects, findPeering } from '../peering/findPeering';
import { NAME_TAG } from '../peering/marks';
import { isLive } from '../peering/peering';

/** What is wrong with the peerings that are there, or with how a new one would be requested. */
export function peeringConflicts(link: Link): string[] {
  const { halves, to } = link;
  const finding = findPeering(link);
  if (finding.kind === 'several') return [finding.problem];
  const isRequester = halves.some(({ end }) => end === 'from');
  return [
    ...halves.flatMap(takenNames),
    ...(finding.kind === 'one' ? takenPeering(link, finding.peering) : []),
    ...(isRequester && finding.kind === 'none' && !to.vpcId
      ? [describeUnknownVpc(link)]
      : []),
    ...halves.flatMap(unresolving),
  ];
}

/** The mark is how this action knows what it made, so it serves one connection only. */
function takenNames(half: Half): string[] {
  const { network, connection } = half;
  return network.state.peerings
    .filter(peering => isLive(peering) && !connects(peering, half))
    .filter(({ tags }) => tags.get(NAME_TAG) === connection)
    .map(
      ({ id, requester, accepter }) =>
        `${network.key}: expected no other peering with the tag ${NAME_TAG}=${connection}, found ${id} from ${requester.vpcId} to ${accepter.vpcId}; give one of the connections another name.`,
    );
}

function takenPeering(
  { connection }: Link,
  {
    id,
    views,
  }: {
    id: string;
    views: ReadonlyMap<Half, { tags: ReadonlyMap<string, string> }>;
  },
): string[] {
  const names = [...views.values()].flatMap(
    ({ tags }) => tags.get(NAME_TAG) ?? [],
  );
  const others = [...new Set(names)].filter(name => name !== connection.name);
  return others.map(
    name =>
      `${connection.key}: expected ${id} to be free, found it serving the connection ${name} of this action; remove that one first (state: absent), or use its name.`,
  );
}

function describeUnknownVpc({ connection, to, from }: Link): string {
  const remedy = to.key.startsWith('environment')
    ? 'ledger-vpc: expected the id of the VPC'
    : `${to.key}.vpcId: expected the id of the VPC`;
  return `${remedy} of ${to.name} for ${connection.name}, because the credentials of ${from.name} cannot look into the account of ${to.name}; received nothing.`;
}

function unresolving({ network, dns }: Half): string[] {
  if (!dns || network.resolvesNames) return [];
  return [
    `${network.key}: expected DNS support and DNS host names in ${network.vpcId}, found one of them off; switch both on, or give dns: false in connections.`,
  ];
}
