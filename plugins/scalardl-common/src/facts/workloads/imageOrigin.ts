import type { Side } from '../../report/report';

/** What a container image is. */
export type ImageOrigin =
  | { kind: 'product'; side: Side }
  | { kind: 'envoy' }
  | { kind: 'tool' }
  | { kind: 'system' }
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
  /^public\.ecr\.aws\/(?:eks|eks-distro|aws-observability|amazon-cloudwatch|karpenter|aws-secrets-manager|ebs-csi-driver)\//,
  /^\d{12}\.dkr\.ecr\.[a-z0-9-]+\.amazonaws\.com\/(?:eks|amazon-k8s-cni|cloudwatch-agent|aws-ebs-csi-driver)(?:\/|$)/,
  /^quay\.io\/(?:prometheus|prometheus-operator|jetstack|thanos|kiwigrid)\//,
  /^ghcr\.io\/(?:external-secrets|kedacore|kyverno|jkroepke|prometheus-community)\//,
  /^(?:docker\.io\/)?grafana\//,
  /^(?:cr\.fluentbit\.io\/)?fluent\/fluent-bit$/,
];

/** Reads an image's name; tag and digest are left aside. */
export function imageOrigin(image: string): ImageOrigin {
  const repository = image.replace(/@sha256:.*$/, '').replace(/:[^:/]*$/, '');
  const name = repository.split('/').at(-1) ?? '';
  const scalar = SCALAR_IMAGES.find(([pattern]) => pattern.test(name));
  if (scalar) return scalar[1];
  return SYSTEM_REGISTRIES.some(pattern => pattern.test(repository))
    ? { kind: 'system' }
    : { kind: 'other' };
}
