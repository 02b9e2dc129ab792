import { type NetworkMap, placesOf, rangesOf } from '../balancers/places';
import type { LiveLoadBalancer } from '../aws';
import type { Way } from '../ports/ways';
import { admission, worst } from './admission';
import type { Gate } from './gate';
import type { Peer } from './peer';
import type { GroupBook } from './rules';

/** Callers of a load balancer that faces the internet come from addresses that nothing here shows. */
const FROM_THE_INTERNET: Peer = {
  title: 'public addresses, because the load balancer faces the internet,',
  ranges: ['0.0.0.0/0'],
  groupIds: undefined,
  vague: true,
};

/** As whom the load balancer sees its callers. */
export function callersSeenBy(
  { scheme }: LiveLoadBalancer,
  callers: readonly Peer[],
): readonly Peer[] {
  return scheme === 'internal' ? callers : [FROM_THE_INTERNET];
}

/** The load balancer as others see it. */
export function balancerPeer(
  balancer: LiveLoadBalancer,
  map: NetworkMap,
): Peer {
  return {
    title: `load balancer ${balancer.name}`,
    ranges: rangesOf(placesOf(balancer, map)),
    groupIds: balancer.securityGroupIds,
  };
}

/** Whether the groups of the load balancer admit every caller on the listener. */
export function balancerGate(
  { balancer, port }: Way,
  callers: readonly Peer[],
  book: GroupBook,
): Gate {
  const id = `load balancer ${balancer.name} :${port}`;
  const groupIds = balancer.securityGroupIds;
  if (groupIds.length === 0) {
    const detail = `${balancer.name} has no security group, so those of its targets decide`;
    return { id, answer: 'yes', detail };
  }
  const answers = callersSeenBy(balancer, callers).map(peer =>
    admission(groupIds, { direction: 'ingress', port, peer }, book),
  );
  return {
    id,
    ...(worst(answers) ?? { answer: 'unknown', detail: 'no caller is known' }),
  };
}
