import { PROBE_RIGHTS } from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes/probe';
import { probeRole } from '@scalardl-on-eks/verify-guidelines/src/policy/probeRole';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../world/resources.ts';
import type { WorldSide } from '../world/world.ts';

/** Gives the read role of a side exactly the rights that the product's README asks for, for those who probe. */
export async function admitProbe({
  kube,
  plan,
  readRole,
}: WorldSide): Promise<void> {
  const text = probeRole(PROBE_RIGHTS, {
    name: 'scalardl-probe',
    namespace: plan.namespace,
    group: readRole.group,
  });
  const documents = parseAllDocuments(text);
  await kube.apply(...documents.map(one => one.toJS() as Manifest));
}
