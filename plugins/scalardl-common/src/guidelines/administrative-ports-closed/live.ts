import { type Fact, read } from '../../facts/fact';
import type { SideLiveFacts } from '../../facts/live';
import { productFront } from '../../facts/live/balancers/productFront';
import { type LiveSide, groupBookOf } from '../../facts/live/security/liveSide';
import { nodeInterfacesOf } from '../../facts/live/security/nodeInterfaces';
import { administrativePorts } from '../../facts/ports/administrativePorts';
import type { Properties } from '../../facts/properties';
import { addressSet } from '../../facts/ranges/addressSet';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { type Closed, judgeGroup } from './judgeGroup';
import { judgeOffer, offersOf } from './judgeOffer';

/** Judges the groups of the nodes, and the load balancers that offer an administrative port. */
export const live = liveSideCheck({
  needs: ['cluster', 'vpc', 'securityGroups', 'networkInterfaces', 'subnets'],
  check: (facts, { side, given, settings }) => {
    const { cluster, vpc } = facts;
    const ipv6 = skippedForIpv6(cluster);
    if (ipv6) return ipv6;
    const here: LiveSide = { side, facts: given, settings };
    const ports = administrativePorts(propertiesOf(given), side);
    const front = productFront(here);
    const offers = offersOf(front.ok ? front.value.services : [], ports);
    const { classes, doubts } = nodeInterfacesOf(here, facts);
    const groupIds = new Set(classes.flatMap(each => each.groupIds));
    const closed: Closed = {
      ports: [...ports, ...offers.flatMap(({ port }) => port.nodePort ?? [])],
      inside: {
        addresses: addressSet(vpc.cidrs),
        ipv6Cidrs: vpc.ipv6Cidrs,
      },
      book: groupBookOf(here),
    };
    const unread = [given.properties, front]
      .filter(fact => !fact.ok)
      .map(({ reason }) => reason);
    return combine(
      [
        ...[...groupIds].map(groupId => judgeGroup(groupId, closed)),
        ...offers.flatMap(offer =>
          judgeOffer(offer, { ...closed, loadBalancers: given.loadBalancers }),
        ),
        ...[...doubts, ...unread].map(doubtSubject),
      ],
      {
        none: 'no node is there',
        expected: `ports ${ports.join(', ')} only inside the own VPC`,
      },
    );
  },
});

/** Where the product is not deployed, its ports are those of the documents. */
function propertiesOf({ properties }: SideLiveFacts): Fact<Properties> {
  if (!properties.ok) return properties;
  const { value, source } = properties;
  return value
    ? read(value, source)
    : { ok: false, reason: 'the product is not deployed' };
}

function doubtSubject(detail: string): Subject {
  return { id: 'not read', verdict: 'unknown', detail };
}
