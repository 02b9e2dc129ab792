import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { changeObject } from './change.ts';

/** Where EKS keeps how CoreDNS is configured. */
export const CORE_DNS = '/api/v1/namespaces/kube-system/configmaps/coredns';

/** Changes the Corefile of a side's cluster. */
export async function changeCorefile(
  { kube }: WorldSide,
  change: (text: string) => string,
): Promise<Undo> {
  const { data } = await kube.get<{ data: { Corefile: string } }>(CORE_DNS);
  return changeObject(kube, CORE_DNS, {
    data: { Corefile: change(data.Corefile) },
  });
}

/** Lines at the start of the block that answers for every name. */
export function withLines(...lines: readonly string[]) {
  return (text: string) => text.replace('\n', `\n${lines.join('\n')}\n`);
}
