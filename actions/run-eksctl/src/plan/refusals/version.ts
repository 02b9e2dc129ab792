import { type Situation, liveCluster, minorOf } from '../situation';

/**
 * Only the next minor may follow. Since 0.229 eksctl takes a lower one for a wish to roll back
 * (https://github.com/eksctl-io/eksctl/releases/tag/v0.229.0), which EKS's own upgrades would cause.
 */
export function version(situation: Situation): string[] {
  const live = liveCluster(situation)?.version;
  const wanted = situation.config.metadata.version;
  if (!live || !wanted) return [];
  const difference = minorOf(wanted) - minorOf(live);
  if (difference < 0) {
    return [
      `metadata.version: the cluster runs Kubernetes ${live}, the file says ${wanted}; it is never moved back, so write "${live}".`,
    ];
  }
  return difference > 1
    ? [
        `metadata.version: the cluster runs Kubernetes ${live}, and ${wanted} is more than one minor away; write "1.${minorOf(live) + 1}" first.`,
      ]
    : [];
}

/** EKS never changes the key. */
export function encryptionKey(situation: Situation): string[] {
  const live = liveCluster(situation)?.encryptionKey;
  const wanted = situation.config.secretsEncryption?.keyARN;
  return live && wanted && live !== wanted
    ? [
        `secretsEncryption.keyARN: the cluster's Secrets are encrypted with ${live} for life, the file says ${wanted}; put the first one back.`,
      ]
    : [];
}
