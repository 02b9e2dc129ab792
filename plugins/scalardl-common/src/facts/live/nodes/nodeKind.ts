import type { LiveNode } from '../kubernetes';

const COMPUTE_TYPE = 'eks.amazonaws.com/compute-type';

/** A node that is one pod on AWS Fargate; there is no machine behind it. */
export function isFargate({ name, labels }: LiveNode): boolean {
  return labels[COMPUTE_TYPE] === 'fargate' || name.startsWith('fargate-');
}

/** A machine outside AWS (https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-overview.html). */
export function isHybrid({ labels, providerId }: LiveNode): boolean {
  return (
    labels[COMPUTE_TYPE] === 'hybrid' ||
    (providerId?.startsWith('eks-hybrid:') ?? false)
  );
}
