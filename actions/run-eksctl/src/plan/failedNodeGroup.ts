import { readNodeGroups } from '../state/readNodeGroups';
import type { Tools } from './step';

/**
 * Which of the node groups failed, and why. eksctl looks at their stacks alone, and waits for nodes of a group
 * that failed under a complete stack until its time is over.
 */
export async function failedNodeGroup(
  { aws, situation }: Tools,
  names: readonly string[],
): Promise<string | undefined> {
  const groups = await readNodeGroups(aws, situation.config.metadata.name);
  const failed = groups.find(
    ({ name, status }) => names.includes(name) && status === 'CREATE_FAILED',
  );
  return (
    failed &&
    `node group ${failed.name} is CREATE_FAILED: ${failed.health.join('; ') || 'EKS gives no reason'}`
  );
}
