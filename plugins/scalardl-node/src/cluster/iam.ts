import type { SideModel } from '../side/sideModel';

/** The service account that reports AWS Marketplace usage. */
export function meteringServiceAccount({ side }: SideModel): string {
  return `${side}-metering`;
}

/** The `iam` key: rights of the controllers in the cluster, each on its own service account. */
export function iam(model: SideModel): Record<string, unknown> {
  const { spec, environment, product } = model;
  const metered = environment.spec.licensing === 'awsMarketplace';
  return {
    withOIDC: true,
    ...(metered
      ? {
          serviceAccounts: [
            {
              metadata: {
                name: meteringServiceAccount(model),
                namespace: product.namespace,
              },
              attachPolicyARNs: [
                'arn:aws:iam::aws:policy/AWSMarketplaceMeteringFullAccess',
              ],
            },
          ],
        }
      : {}),
    podIdentityAssociations: [
      {
        namespace: 'kube-system',
        serviceAccountName: 'aws-load-balancer-controller',
        wellKnownPolicies: { awsLoadBalancerController: true },
      },
      ...(spec.pods.autoscaling
        ? [
            {
              namespace: 'kube-system',
              serviceAccountName: 'cluster-autoscaler',
              wellKnownPolicies: { autoScaler: true },
            },
          ]
        : []),
    ],
  };
}
