import { COLLECTORS } from '@scalardl-on-eks/verify-guidelines/src/collect/collectors';
import { clusterRole } from '@scalardl-on-eks/verify-guidelines/src/policy/clusterRole';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../world/resources.ts';
import type { WorldSide } from '../world/world.ts';

export const ROLE = 'scalardl-verify';

/** Gives the read role of a side exactly the rights that the product's README asks for. */
export async function admitReader(
  { kube, readRole }: Pick<WorldSide, 'kube' | 'readRole'>,
  readSecrets: boolean,
): Promise<void> {
  const text = clusterRole(COLLECTORS, {
    name: ROLE,
    group: readRole.group,
    readSecrets,
  });
  const documents = parseAllDocuments(text);
  await kube.apply(...documents.map(one => one.toJS() as Manifest));
}
