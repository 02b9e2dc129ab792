import type { Manifest } from '../resources.ts';

/** Key, operator and values. */
export type Requirement = readonly [string, string, readonly string[]];

export interface PoolWish {
  /** Kind of the class that holds images, subnets and groups. */
  readonly nodeClass: string;
  readonly requirements: readonly Requirement[];
  readonly taints?: readonly object[];
}

/** What machines may be started (https://karpenter.sh/docs/concepts/nodepools/). */
export function nodePool(
  name: string,
  { nodeClass, requirements, taints }: PoolWish,
): Manifest {
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name },
    spec: {
      template: {
        spec: {
          nodeClassRef: { kind: nodeClass, name: 'default' },
          requirements: requirements.map(([key, operator, values]) => ({
            key,
            operator,
            values,
          })),
          ...(taints && { taints }),
        },
      },
    },
  };
}

/** A machine that was started for a pool. */
export function nodeClaim(
  name: string,
  { pool, instanceId }: { pool: string; instanceId: string },
): Manifest {
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodeClaim',
    metadata: { name, labels: { 'karpenter.sh/nodepool': pool } },
    spec: {},
    status: { providerID: `aws:///${instanceId}` },
  };
}
