import type { ClusterConfig } from '../config/clusterConfig';
import type { Stack } from '../state/clusterState';
import { CLUSTER_NAME_TAG } from '../state/readStacks';

/** Tags of the file that the stack has with another value, each as `key: theirs instead of ours`. */
export function foreignTags(config: ClusterConfig, { tags }: Stack): string[] {
  return Object.entries(config.metadata.tags ?? {})
    .filter(([key, value]) => key in tags && tags[key] !== value)
    .map(([key, value]) => `${key}: ${tags[key]} instead of ${value}`);
}

/**
 * Why a stack is not provably made from this file. Proof is eksctl's own tag with this cluster's name, and
 * every tag of `metadata.tags`, which eksctl puts on each of its stacks: a file without tags proves nothing.
 *
 * @returns `undefined` where it is proved
 */
export function unproved(
  config: ClusterConfig,
  { tags }: Stack,
): string | undefined {
  const { name, tags: own = {} } = config.metadata;
  if (tags[CLUSTER_NAME_TAG] !== name) {
    return `it has no tag ${CLUSTER_NAME_TAG}: ${name}`;
  }
  const entries = Object.entries(own);
  if (entries.length === 0) {
    return 'the file has no metadata.tags, by which its stacks would be known';
  }
  const lacking = entries.find(([key, value]) => tags[key] !== value);
  return lacking && `it has no tag ${lacking[0]}: ${lacking[1]}`;
}
