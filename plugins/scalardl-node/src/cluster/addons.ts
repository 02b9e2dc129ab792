import type { SideModel } from '../side/sideModel';

interface Addon {
  name: string;
  configurationValues?: string;
}

/** EKS add-ons of one cluster; `configurationValues` is JSON in a string, as EKS wants it. */
export function addons({ environment }: SideModel): Addon[] {
  const { metrics, logs } = environment.spec.monitoring;
  return [
    { name: 'eks-pod-identity-agent' },
    {
      name: 'vpc-cni',
      configurationValues: JSON.stringify({ enableNetworkPolicy: 'true' }),
    },
    { name: 'coredns' },
    { name: 'kube-proxy' },
    { name: 'metrics-server' },
    {
      name: 'aws-ebs-csi-driver',
      // Prometheus keeps its data on a volume, and a new cluster has no default storage class.
      ...(metrics
        ? {
            configurationValues: JSON.stringify({
              defaultStorageClass: { enabled: true },
            }),
          }
        : {}),
    },
    ...(logs ? [{ name: 'amazon-cloudwatch-observability' }] : []),
  ];
}
