import type { Problem } from '../problem';
import { formatKeyPath } from '../source/keyPath';
import type { Source } from '../source/readSource';
import type { ValidParts } from '../validParts';
import { allowedWorkloads } from './allowedWorkloads';
import { applications } from './applications';
import { autoscalingBounds } from './autoscalingBounds';
import { autoscalingSubnets } from './autoscalingSubnets';
import { clusterNames } from './clusterNames';
import { contactPoints } from './contactPoints';
import { disjointRanges } from './disjointRanges';
import { distinctVpcs } from './distinctVpcs';
import { encryptionKey } from './encryptionKey';
import { existingSubnets } from './existingSubnets';
import { instanceTypes } from './instanceTypes';
import { ipv6 } from './ipv6';
import { isWaived } from './isWaived';
import { ledgerHost } from './ledgerHost';
import { licensing } from './licensing';
import { loadBalancerPorts } from './loadBalancerPorts';
import { networkSource } from './networkSource';
import { nodeCapacity } from './nodeCapacity';
import { nodeCounts } from './nodeCounts';
import { partitions } from './partitions';
import { privateRanges } from './privateRanges';
import { publicCidrs } from './publicCidrs';
import type { Rule, RuleContext } from './rule';
import { separateDatabases } from './separateDatabases';
import { serviceRange } from './serviceRange';
import { subnetCapacity } from './subnetCapacity';
import { supportedVersions } from './supportedVersions';
import { vpcPrefix } from './vpcPrefix';
import { waivers } from './waivers';
import { zones } from './zones';

/** Every rule over several keys; one file each. */
export const RULES: readonly Rule[] = [
  allowedWorkloads,
  applications,
  autoscalingBounds,
  autoscalingSubnets,
  clusterNames,
  contactPoints,
  disjointRanges,
  distinctVpcs,
  encryptionKey,
  existingSubnets,
  instanceTypes,
  ipv6,
  ledgerHost,
  licensing,
  loadBalancerPorts,
  networkSource,
  nodeCapacity,
  nodeCounts,
  partitions,
  privateRanges,
  publicCidrs,
  separateDatabases,
  serviceRange,
  subnetCapacity,
  supportedVersions,
  vpcPrefix,
  waivers,
  zones,
];

/** What every rule finds in the sound parts of a file, but for what the file sets aside. */
export function ruleProblems(file: {
  parts: ValidParts;
  source: Source;
  context: RuleContext;
}): Problem[] {
  const { parts, source, context } = file;
  return RULES.flatMap(rule => rule(parts, context))
    .filter(breach => !isWaived(breach, { parts, context }))
    .map(({ path, ...words }) => ({
      ...source.locate(path),
      key: formatKeyPath(path),
      ...words,
    }));
}
