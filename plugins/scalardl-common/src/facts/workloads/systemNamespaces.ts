/** Namespaces of the cluster's own parts and of the usual tools; anybody may deploy there, so images count too. */
export const SYSTEM_NAMESPACES: readonly string[] = [
  'kube-system',
  'kube-node-lease',
  'kube-public',
  'amazon-cloudwatch',
  'amazon-guardduty',
  'monitoring',
  'cert-manager',
  'external-secrets',
  'karpenter',
  'keda',
  'kyverno',
];
