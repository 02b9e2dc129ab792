import type { Kube } from '../world/kube.ts';

interface Workload {
  spec: { template: { spec: { containers: object[] } } };
}

/** Changes to a workload's only container, as a merge needs them: a merge replaces lists. */
export async function containerWith(
  kube: Kube,
  path: string,
  changes: object,
): Promise<object> {
  const { spec } = await kube.get<Workload>(path);
  const [container] = spec.template.spec.containers;
  const containers = [{ ...container, ...changes }];
  return { spec: { template: { spec: { containers } } } };
}
