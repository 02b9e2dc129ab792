import type { LiveNatGateway, LiveSubnet } from '../../facts/live';
import { effectiveTable } from '../../facts/live/routing';
import { nodeSubnets } from '../../facts/live/subnets';
import type { Subject } from '../../report/report';
import { combine } from '../finding';
import { gapSubjects } from '../gapSubjects';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';

/** Follows the NAT routes of every subnet with nodes to the zone in which the gateway stands. */
export const live = liveSideCheck({
  needs: ['cluster', 'subnets', 'routeTables', 'natGateways'],
  check: ({ cluster, subnets, routeTables, natGateways }, { given }) => {
    const ipv6 = skippedForIpv6(cluster);
    if (ipv6) return ipv6;
    const used = nodeSubnets(given);
    const subjects = used.subnets.flatMap(({ id }) => {
      const routes = effectiveTable(id, routeTables)?.routes ?? [];
      const gateways = routes.filter(({ target }) => target.kind === 'nat');
      return [...new Set(gateways.map(({ target }) => target.id))].map(
        gatewayId => zoneSubject(id, gatewayId, { subnets, natGateways }),
      );
    });
    return combine(
      [...subjects, ...gapSubjects(used.gaps, 'subnets of the nodes')],
      {
        none: 'no subnet of the nodes uses a NAT gateway',
        expected: 'a NAT gateway in the zone of each subnet',
      },
    );
  },
});

function zoneSubject(
  id: string,
  gatewayId: string,
  map: {
    subnets: readonly LiveSubnet[];
    natGateways: readonly LiveNatGateway[];
  },
): Subject {
  const zoneOf = (subnetId: string | undefined) =>
    map.subnets.find(subnet => subnet.id === subnetId);
  const gateway = map.natGateways.find(each => each.id === gatewayId);
  const [own, other] = [zoneOf(id), zoneOf(gateway?.subnetId)];
  if (gateway?.availabilityMode === 'regional')
    return {
      id,
      verdict: 'pass',
      detail: `${gatewayId} stands in every zone`,
    };
  if (!own || !other)
    return {
      id,
      verdict: 'unknown',
      detail: `the zone of ${own ? gatewayId : id} was not read`,
    };
  return own.zoneId === other.zoneId
    ? { id, verdict: 'pass', detail: `${gatewayId} stands in ${own.zone} too` }
    : {
        id,
        verdict: 'fail',
        detail: `${id} in ${own.zone} goes out through ${gatewayId} in ${other.zone}`,
      };
}
