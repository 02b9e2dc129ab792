import type { Side } from '../../report/report';
import { isRegistryOfEks } from './awsRegistries';
import { imageRepository } from './imageRepository';

/** What a container image is. */
export type ImageOrigin =
  | { kind: 'product'; side: Side }
  | { kind: 'envoy' }
  | { kind: 'tool' }
  | { kind: 'system' }
  /** A private registry in a region whose registry of EKS is not in this program's table. */
  | { kind: 'unlisted' }
  | { kind: 'other' };

/** Scalar's images by the last part of their name, which a mirror keeps. */
const SCALAR_IMAGES: readonly [RegExp, ImageOrigin][] = [
  [/^scalardl-ledger(?:-[a-z-]+)?$/, { kind: 'product', side: 'ledger' }],
  [/^scalardl-auditor(?:-[a-z-]+)?$/, { kind: 'product', side: 'auditor' }],
  [/^scalar-envoy(?:-[a-z-]+)?$/, { kind: 'envoy' }],
  [/^scalardl-schema-loader(?:-[a-z-]+)?$/, { kind: 'tool' }],
  [/^scalar-admin-for-kubernetes$/, { kind: 'tool' }],
  [/^grpc[_-]health[_-]probe$/, { kind: 'tool' }],
];

/** Registries of Kubernetes and AWS themselves, and of the usual cluster tools. */
const SYSTEM_REGISTRIES = [
  /^registry\.k8s\.io\//,
  /^public\.ecr\.aws\/(?:eks|eks-distro|aws-observability|amazon-cloudwatch|cloudwatch-agent|csi-components|karpenter|aws-secrets-manager|ebs-csi-driver)\//,
  /^quay\.io\/(?:prometheus|prometheus-operator|jetstack|thanos|kiwigrid)\//,
  /^ghcr\.io\/(?:external-secrets|kedacore|kyverno|jkroepke|prometheus-community)\//,
  /^(?:docker\.io\/)?grafana\//,
  /^(?:cr\.fluentbit\.io\/|docker\.io\/)?fluent\/fluent-bit$/,
];

/** Reads an image's name; tag and digest are left aside. */
export function imageOrigin(image: string): ImageOrigin {
  const repository = imageRepository(image);
  const name = repository.split('/').at(-1) ?? '';
  const scalar = SCALAR_IMAGES.find(([pattern]) => pattern.test(name));
  return scalar?.[1] ?? { kind: originOfCluster(repository) };
}

/** What an image is that has none of Scalar's names. */
function originOfCluster(repository: string): 'system' | 'unlisted' | 'other' {
  const ofEks = isRegistryOfEks(repository);
  if (ofEks === 'unknown') return 'unlisted';
  return ofEks === 'yes' ||
    SYSTEM_REGISTRIES.some(pattern => pattern.test(repository))
    ? 'system'
    : 'other';
}
