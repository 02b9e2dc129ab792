import type { LivePeering, LiveRoute, LiveVpc } from '../../facts/live';
import type { Acceptance, Journey } from '../../facts/live/routing';
import {
  type AddressSet,
  addressSet,
  covers,
} from '../../facts/ranges/addressSet';

/** Targets behind which another network may lie; those of the internet lead to no private network. */
const OTHER_NETWORKS: readonly LiveRoute['target']['kind'][] = [
  'transitGateway',
  'virtualPrivateGateway',
  'endpoint',
  'instance',
  'interface',
  'other',
];

/** Accepts the routes to these peerings only. */
export function acceptsPeerings(
  peerings: readonly LivePeering[],
  vpc: LiveVpc,
): Journey['accepts'] {
  return ({ target }, addresses) => {
    const peering = peerings.find(({ id }) => id === target.id);
    return peering ? endsAt(peering, { vpc, addresses }) : { answer: 'no' };
  };
}

/** Accepts the routes to whatever another network may lie behind. */
export function acceptsAnyWay({
  peerings,
  vpc,
}: {
  peerings: readonly LivePeering[];
  vpc: LiveVpc;
}): Journey['accepts'] {
  return ({ target }, addresses) => {
    const { kind, id } = target;
    if (kind !== 'peering')
      return { answer: OTHER_NETWORKS.includes(kind) ? 'yes' : 'no' };
    const peering = peerings.find(each => each.id === id);
    return peering
      ? endsAt(peering, { vpc, addresses })
      : { answer: 'unknown', why: `${id} was not read` };
  };
}

/** A peering is not transitive: it leads to the ranges of the VPC at its other end and no further. */
function endsAt(
  { requester, accepter }: LivePeering,
  { vpc, addresses }: { vpc: LiveVpc; addresses: AddressSet },
): Acceptance {
  const end = requester.vpcId === vpc.id ? accepter : requester;
  if (end.cidrs.length === 0)
    return {
      answer: 'unknown',
      why: `AWS does not show the ranges of ${end.vpcId}`,
    };
  return covers(addressSet(end.cidrs), addresses)
    ? { answer: 'yes' }
    : {
        answer: 'no',
        why: `it ends at ${end.vpcId} with ${end.cidrs.join(', ')}, and a peering is not transitive`,
      };
}
