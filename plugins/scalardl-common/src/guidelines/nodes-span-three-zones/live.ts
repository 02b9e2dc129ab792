import type { SideLiveFacts } from '../../facts/live';
import { outOfService, suits } from '../../facts/live/capacity/suitability';
import {
  EACH_A_NODE,
  productOnFargate,
} from '../../facts/live/nodes/productOnFargate';
import { isAvailabilityZone, zoneIdOf } from '../../facts/live/nodes/zones';
import { type ProductQuery, deploymentsOf } from '../../facts/live/product';
import { fail, pass, skipped, unknown } from '../finding';
import { liveSideCheck } from '../liveCheck';

/** Fewest availability zones, from the documents. */
export const FEWEST_ZONES = 3;

/** Counts the zones, by id, of nodes that take the product's pods now. */
export const live = liveSideCheck({
  needs: ['nodes'],
  check: (_, { side, settings, given }) => {
    if (productOnFargate(given).all) return skipped(EACH_A_NODE);
    const { zones, doubts } = productZones(given, { side, settings });
    const evidence = {
      expected: `${FEWEST_ZONES} availability zones or more`,
      observed:
        zones.length > 0
          ? `${zones.length} zones: ${zones.join(', ')}`
          : 'no zone has a ready node for the product',
    };
    const [doubt] = doubts;
    if (zones.length >= FEWEST_ZONES) {
      const { productDeployments } = given;
      return productDeployments.ok
        ? pass(evidence)
        : unknown(productDeployments.reason, evidence);
    }
    return doubt && zones.length + doubts.length >= FEWEST_ZONES
      ? unknown(doubt, evidence)
      : fail(evidence);
  },
});

/** Zones that certainly have a node for the product, and for each node that may bring a further one, why it may not. */
function productZones(
  { nodes, productDeployments, subnets, instances }: SideLiveFacts,
  query: ProductQuery,
): { zones: string[]; doubts: string[] } {
  const workloads = productDeployments.ok
    ? deploymentsOf(productDeployments.value, query.side, query)
    : [];
  const map = {
    subnets: subnets.ok ? subnets.value : [],
    instances: instances.ok ? instances.value : [],
  };
  const zones = new Set<string>();
  const doubtful: { zone: string; why: string }[] = [];
  for (const node of nodes.ok ? nodes.value : []) {
    const { answer, detail } = suits(node, workloads);
    if (answer === 'no' || outOfService(node) !== undefined) continue;
    const zone = zoneIdOf(node, map);
    if (zone !== undefined && !isAvailabilityZone(zone)) continue;
    if (zone !== undefined && answer === 'yes') zones.add(zone);
    else
      doubtful.push({
        zone: zone ?? node.name,
        why: zone
          ? `${node.name} ${detail}`
          : `the zone of ${node.name} is not known`,
      });
  }
  const further = new Map(
    doubtful
      .filter(({ zone }) => !zones.has(zone))
      .map(({ zone, why }) => [zone, why]),
  );
  return { zones: [...zones].sort(), doubts: [...further.values()] };
}
