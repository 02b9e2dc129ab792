import { dynamicNodes } from '../../facts/clusterConfig/dynamicNodes';
import { hasExistingSubnets } from '../../facts/clusterConfig/declaredSubnets';
import {
  clusterZones,
  mostChosenZones,
} from '../../facts/clusterConfig/newVpc';
import { nodeCountOf } from '../../facts/clusterConfig/nodeCount';
import type { NodeGroup } from '../../facts/clusterConfig/nodeGroups';
import { productNodes } from '../../facts/clusterConfig/productNodes';
import { zonesOf } from '../../facts/clusterConfig/zones';
import type { SourceDocument } from '../../facts/sourceDocument';
import { fail, pass, skipped, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { FEWEST_ZONES, live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const nodesSpanThreeZones: Guideline = {
  id: 'nodes-span-three-zones',
  level: 'recommendation',
  title: 'Worker nodes stand in three availability zones',
  source: source(
    'eksClusters',
    'Create at least three worker nodes and three pods per EKS cluster',
  ),
  pass: 'The nodes of the product stand in three availability zones or more.',
  fail: 'The nodes of the product stand in fewer than three availability zones.',
  remedy:
    'Name three zones in spec.<side>.network.zones, or private subnets of three zones in network.existing.',
  plan: sideCheck({
    needs: ['clusterConfig'],
    check: ({ clusterConfig }, { side, given }) => {
      const groups = productNodes(clusterConfig, {
        side,
        product: given.product,
      })
        .filter(({ answer }) => answer !== 'no')
        .map(({ group }) => group)
        .filter(mayHaveNodes);
      return judgeZones(clusterConfig, groups);
    },
  }),
  live,
};

/** A group that is never larger than nothing brings no zone along. */
function mayHaveNodes(group: NodeGroup): boolean {
  return nodeCountOf(group)?.maximum !== 0;
}

function judgeZones(
  clusterConfig: SourceDocument,
  groups: readonly NodeGroup[],
): Finding {
  const facts = groups.map(group => zonesOf(clusterConfig, group));
  const zones = [
    ...new Set(facts.flatMap(fact => (fact.ok ? fact.value : []))),
  ];
  const evidence = {
    expected: `${FEWEST_ZONES} availability zones or more`,
    observed:
      zones.length === 0
        ? 'no zone is named'
        : `${zones.length} zones: ${zones.sort().join(', ')}`,
    location: locateZones(clusterConfig, groups),
  };
  if (zones.length >= FEWEST_ZONES) return pass(evidence);
  const dynamic = dynamicNodes(clusterConfig);
  if (dynamic)
    return unknown(`${dynamic} chooses zones while it runs`, evidence);
  if (groups.length === 0)
    return skipped('no node group takes the product’s pods');
  const unclear = facts.find(fact => !fact.ok);
  if (!unclear || unclear.ok) return fail(evidence);
  const most = mostChosenZones(clusterConfig);
  const chosen =
    clusterZones(clusterConfig).length === 0 &&
    !hasExistingSubnets(clusterConfig);
  return chosen && most < FEWEST_ZONES
    ? fail({
        ...evidence,
        observed: `no zone is named, and eksctl chooses ${most} in us-east-1`,
      })
    : unknown(unclear.reason, evidence);
}

function locateZones(
  clusterConfig: SourceDocument,
  groups: readonly NodeGroup[],
) {
  const own = groups.find(
    group =>
      group.get('availabilityZones') !== undefined ||
      group.get('subnets') !== undefined,
  );
  if (own) {
    return own.get('subnets') === undefined
      ? own.locate('availabilityZones')
      : own.locate('subnets');
  }
  return hasExistingSubnets(clusterConfig)
    ? clusterConfig.locate('vpc', 'subnets', 'private')
    : clusterConfig.locate('availabilityZones');
}
