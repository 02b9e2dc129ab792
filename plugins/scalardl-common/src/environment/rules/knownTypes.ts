import { type InstanceType, findInstanceType } from '../../network/instances';
import type { SideParts } from './rule';

/**
 * The instance types of a side, or none where one of them is broken or is not in the table: then nothing
 * may be concluded about the node group.
 */
export function knownTypes(parts: SideParts): InstanceType[] {
  const names = parts.nodes?.instanceTypes ?? [];
  const types = names.map(name =>
    name === undefined ? undefined : findInstanceType(name),
  );
  return types.every(type => type !== undefined) ? types : [];
}
