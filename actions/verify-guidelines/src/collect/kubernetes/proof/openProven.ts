import { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { LiveCluster } from '@scalardl-on-eks/plugin-scalardl-common';
import { present } from '../../aws/present';
import { readInstancesById } from '../../aws/instances';
import type { SideReading } from '../../sideAccess';
import { NODES } from '../kinds';
import { type ListedNode, instanceOf } from '../nodes/liveNode';
import { type KubeconfigPlace, readKubeconfig } from '../openKubeconfig';
import { foldObjects } from '../readObjects';
import { judgeMachines } from './judgeMachines';
import { trustsOnly } from './trustsOnly';

/** A kubeconfig leads to an API of which nothing shows that it is the cluster's. */
export class UnprovenKubeconfigError extends Error {
  name = 'UnprovenKubeconfigError';
}

/**
 * A reader of the API to which a kubeconfig leads, once it is proved to be that of the cluster: whatever another
 * cluster says must not be taken for this one's.
 *
 * @param cluster - as EKS describes it
 * @throws KubeconfigError, UnprovenKubeconfigError
 */
export async function openProven(
  kubeconfig: KubeconfigPlace,
  cluster: LiveCluster,
  side: SideReading,
): Promise<KubernetesReader> {
  const { aws } = side.target;
  const { deadline, signal } = side;
  const access = await readKubeconfig(kubeconfig, { aws, deadline });
  const reader = new KubernetesReader(access, { signal });
  const { certificateAuthority: own } = cluster;
  if (trustsOnly(access.certificateAuthority, own)) return reader;
  const doubt = await doubtByNodes(reader, cluster, side);
  if (doubt === undefined) return reader;
  reader.close();
  throw new UnprovenKubeconfigError(
    describe(kubeconfig, { address: access.address, cluster, doubt }),
  );
}

/** Behind a proxy that ends TLS the authority is another one; the nodes are the cluster's all the same. */
async function doubtByNodes(
  reader: KubernetesReader,
  { name }: LiveCluster,
  side: SideReading,
): Promise<string | undefined> {
  try {
    const listed = await foldObjects<ListedNode, (string | undefined)[]>(
      reader,
      NODES,
      { start: () => [], add: (all, node) => all.push(instanceOf(node)) },
    );
    const nodes = present(listed);
    return judgeMachines(name, nodes, await readInstancesById(side, nodes));
  } catch (error) {
    if (side.signal.aborted || !(error instanceof Error)) throw error;
    return `its nodes could not be compared with the cluster's machines: ${error.message}`;
  }
}

function describe(
  { path, context }: KubeconfigPlace,
  {
    address,
    cluster,
    doubt,
  }: { address: string; cluster: LiveCluster; doubt: string },
): string {
  const where = context ? `${path} (context ${context})` : path;
  const { name, endpoint } = cluster;
  return `${where}: expected a way to the EKS cluster ${name} (${endpoint.address ?? cluster.status}), received ${address}, which is not proved to be that: its certificate authority is another one, and ${doubt}. Name a kubeconfig of ${name} with its own certificate authority, also through a tunnel (tls-server-name), or leave it out to call the API as EKS describes it.`;
}
