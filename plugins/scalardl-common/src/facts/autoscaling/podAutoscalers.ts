import type { Location } from '../../report/report';
import type { SourceDocument } from '../sourceDocument';

/** Something that changes the number of pods of a workload. */
export interface PodAutoscaler {
  kind: string;
  name: string;
  /** `Deployment/scalardl-ledger-ledger`, for instance. */
  target: string;
  minReplicas: number;
  /** `undefined` where the manifest leaves it out. */
  maxReplicas: number | undefined;
  location: Location;
}

/** Every HorizontalPodAutoscaler and KEDA ScaledObject (which makes one) among the manifests. */
export function podAutoscalers(
  manifests: readonly SourceDocument[],
): PodAutoscaler[] {
  return manifests.flatMap(manifest => {
    const kind = manifest.get('kind');
    if (kind === 'HorizontalPodAutoscaler') {
      return [read(manifest, kind, ['minReplicas', 'maxReplicas'])];
    }
    if (kind === 'ScaledObject') {
      return [read(manifest, kind, ['minReplicaCount', 'maxReplicaCount'])];
    }
    return [];
  });
}

function read(
  manifest: SourceDocument,
  kind: string,
  [minimum, maximum]: [string, string],
): PodAutoscaler {
  const target = manifest.get('spec', 'scaleTargetRef', 'name');
  const targetKind =
    manifest.get('spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
  const number = (key: string) => {
    const value = manifest.get('spec', key);
    return typeof value === 'number' ? value : undefined;
  };
  return {
    kind,
    name: String(manifest.get('metadata', 'name') ?? ''),
    target: `${String(targetKind)}/${String(target ?? '')}`,
    minReplicas: number(minimum) ?? 1,
    maxReplicas: number(maximum),
    location: manifest.locate('spec', maximum),
  };
}
