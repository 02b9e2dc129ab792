import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { LiveCluster } from '@scalardl-on-eks/plugin-scalardl-common';
import { sts } from './aws/clients';
import type { SideReading } from './sideAccess';

/**
 * A reader of the cluster's API: as the kubeconfig says where one was given, else as EKS describes the API.
 *
 * @throws Error that says why there is no way to it
 */
export async function openKubernetes(
  cluster: LiveCluster,
  opening: SideReading,
): Promise<KubernetesReader> {
  const { target, aws, signal } = opening;
  if (target.kubeconfig) {
    const { openProven } = await import('./kubernetes/proof/openProven');
    return openProven(target.kubeconfig, cluster, opening);
  }
  const { address } = cluster.endpoint;
  const { certificateAuthority } = cluster;
  if (!address || !certificateAuthority) {
    throw new Error(
      `eks:DescribeCluster of ${cluster.name} names no endpoint yet: its status is ${cluster.status}.`,
    );
  }
  const { KubernetesReader } =
    await import('@scalardl-on-eks/action-toolkit/kubernetes');
  const { client } = await sts({ aws });
  return new KubernetesReader(
    {
      address,
      certificateAuthority,
      cluster: cluster.name,
      region: cluster.region,
      credentials: client.config.credentials,
    },
    { signal },
  );
}
