import { type Fact, read, unreadable } from '../fact';
import type { SourceDocument } from '../sourceDocument';

const MINOR_VERSION = /^\d+\.\d+$/;

/**
 * The Kubernetes version of a ClusterConfig, as text: YAML reads `1.40` without quotes as the number 1.4.
 * Words such as `latest` and a missing version leave the choice to eksctl.
 */
export function kubernetesVersion(clusterConfig: SourceDocument): Fact<string> {
  const value = clusterConfig.get('metadata', 'version');
  if (value === undefined || value === null) {
    return unreadable(
      'metadata.version is not set, so eksctl and EKS choose the version',
    );
  }
  const text = String(value);
  return MINOR_VERSION.test(text)
    ? read(text, clusterConfig.path)
    : unreadable(
        `metadata.version is ${text}, so eksctl and EKS choose the version`,
      );
}
