import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { containerWith } from './container.ts';
import { rollOut } from './rollOut.ts';

/** Little enough that several pods fit on one node. */
export const SMALL = { requests: { cpu: '100m', memory: '128Mi' } };

/** Brings the pods of a Deployment into the first zones only, and makes them small enough for that. */
export async function intoZones(
  side: WorldSide,
  path: string,
  count: number,
): Promise<Undo> {
  const { spec } = (await containerWith(side.kube, path, {
    resources: SMALL,
  })) as { spec: { template: { spec: object } } };
  const zone = {
    key: 'topology.kubernetes.io/zone',
    operator: 'In',
    values: side.plan.zones.slice(0, count),
  };
  const nodeAffinity = {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [zone] }],
    },
  };
  const pods = { ...spec.template.spec, affinity: { nodeAffinity } };
  return rollOut(side, path, { spec: { template: { spec: pods } } });
}
