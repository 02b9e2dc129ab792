import { secretName } from '../world/manifests/release.ts';
import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { changeObject } from './change.ts';

/** Changes texts in the Secret out of which the product of a side takes its variables. */
export function changeCredentials(
  { kube, plan }: WorldSide,
  stringData: Readonly<Record<string, string>>,
): Promise<Undo> {
  const name = secretName(plan, 'credentials');
  const path = `/api/v1/namespaces/${plan.namespace}/secrets/${name}`;
  return changeObject(kube, path, { stringData });
}
