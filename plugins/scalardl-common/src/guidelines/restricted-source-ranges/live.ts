import {
  type ProductFront,
  exposedServices,
  productFront,
} from '../../facts/live/balancers/productFront';
import { type LiveSide, groupBookOf } from '../../facts/live/security/liveSide';
import { nodeInterfacesOf } from '../../facts/live/security/nodeInterfaces';
import type { SideLiveFacts } from '../../facts/live';
import { FIXED_PORTS, podPorts } from '../../facts/ports/podPorts';
import type { Side, Subject } from '../../report/report';
import { combine } from '../finding';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { judgeBalancers } from './judgeBalancers';
import { judgeNodes } from './judgeNodes';

/** Judges the groups of the load balancers, and those of the nodes on the ports behind them. */
export const live = liveSideCheck({
  needs: ['cluster', 'securityGroups', 'networkInterfaces', 'subnets'],
  check: (facts, { side, given, settings }) => {
    const ipv6 = skippedForIpv6(facts.cluster);
    if (ipv6) return ipv6;
    const here: LiveSide = { side, facts: given, settings };
    const book = groupBookOf(here);
    const front = productFront(here);
    const { classes, doubts } = nodeInterfacesOf(here, facts);
    const unread = [given.properties, front]
      .filter(fact => !fact.ok)
      .map(({ reason }) => reason);
    return combine(
      [
        ...(front.ok
          ? exposedServices(front.value).flatMap(service =>
              judgeBalancers(service, given.loadBalancers, book),
            )
          : []),
        ...judgeNodes(classes, {
          ports: portsBehind(given, side, front.ok ? front.value : undefined),
          book,
        }),
        ...[...doubts, ...unread].map(doubtSubject),
      ],
      {
        none: 'there is neither a load balancer nor a node',
        expected: 'named ranges, not 0.0.0.0/0',
      },
    );
  },
});

/** The ports of the pods, and the node ports of every Service that leads to them. */
function portsBehind(
  { properties }: SideLiveFacts,
  side: Side,
  front: ProductFront | undefined,
): number[] {
  const moved =
    properties.ok && properties.value
      ? Object.values(podPorts(properties.value, side))
      : [];
  const nodePorts = (front?.services ?? []).flatMap(({ ports }) =>
    ports.flatMap(({ nodePort }) => nodePort ?? []),
  );
  const numbers = moved
    .map(({ number }) => number)
    .filter(number => typeof number === 'number');
  const fixed = Object.values(FIXED_PORTS[side]);
  return [...new Set([...fixed, ...numbers, ...nodePorts])];
}

function doubtSubject(detail: string): Subject {
  return { id: 'not read', verdict: 'unknown', detail };
}
