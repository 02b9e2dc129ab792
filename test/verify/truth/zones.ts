import type { Undo } from '../world/kube.ts';
import { ZONES } from '../world/sidePlan.ts';
import type { WorldSide } from '../world/world.ts';
import { changeObject } from './change.ts';
import { pathsOf } from './paths.ts';
import { settled } from './settled.ts';

interface Workload {
  spec: { template: { spec: { containers: object[] } } };
}

/** Little enough that several pods fit on one node. */
const SMALL = { requests: { cpu: '100m', memory: '128Mi' } };

/** Brings the product's pods into the first zones only, and makes them small enough for that. */
export async function intoZones(side: WorldSide, count: number): Promise<Undo> {
  const { kube, plan } = side;
  const path = pathsOf(plan).product;
  const { spec } = await kube.get<Workload>(path);
  const containers = spec.template.spec.containers.map(one => ({
    ...one,
    resources: SMALL,
  }));
  const zone = {
    key: 'topology.kubernetes.io/zone',
    operator: 'In',
    values: ZONES.slice(0, count),
  };
  const nodeAffinity = {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [zone] }],
    },
  };
  const back = await changeObject(kube, path, {
    spec: { template: { spec: { containers, affinity: { nodeAffinity } } } },
  });
  await settled(side);
  return async () => {
    await back();
    await settled(side);
  };
}
