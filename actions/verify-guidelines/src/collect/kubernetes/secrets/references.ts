import { mountedNames } from '../configuration/mounts';
import type { PodSpec, Reference } from '../workloads/podSpec';

/** Every Secret that the pods' containers get, each once; those to pull images are no part of the product. */
export function referencedSecrets(pod: PodSpec): Reference[] {
  const containers = [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
  const references: Reference[] = [
    ...mountedNames(pod, 'secret'),
    ...containers.flatMap(({ env = [], envFrom = [] }) => [
      ...env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
      ...envFrom.flatMap(({ secretRef }) => secretRef ?? []),
    ]),
  ];
  return [...new Set(references.map(({ name }) => name))].map(name => ({
    name,
    optional: references.every(
      one => one.name !== name || one.optional === true,
    ),
  }));
}
