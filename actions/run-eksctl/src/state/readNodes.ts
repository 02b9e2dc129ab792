import {
  KubernetesError,
  KubernetesReader,
} from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { AwsClients } from './awsClients';
import type { Cluster, Known, NodeCount } from './clusterState';

/** What is read of a Node object. */
interface Node {
  metadata?: {
    labels?: Record<string, string>;
    deletionTimestamp?: string;
  };
  status?: {
    conditions?: { type: string; status: string }[];
    nodeInfo?: { kubeletVersion?: string };
  };
}

/** Set by EKS on nodes of managed groups, and by eksctl on its own. */
const NODE_GROUP_LABELS = [
  'eks.amazonaws.com/nodegroup',
  'alpha.eksctl.io/nodegroup-name',
];

/** How many nodes of each node group are ready, as the Kubernetes API tells it. */
export async function readNodes(
  { eks, options }: AwsClients,
  cluster: string,
  { address, certificateAuthority }: Cluster,
): Promise<Known<Record<string, NodeCount>>> {
  if (!address || !certificateAuthority) {
    return { known: false, reason: 'the cluster has no endpoint yet' };
  }
  const reader = new KubernetesReader({
    cluster,
    region: options.region,
    credentials: eks.config.credentials,
    address,
    certificateAuthority,
  });
  try {
    const counts: Record<string, NodeCount> = {};
    for await (const node of reader.list<Node>('/api/v1/nodes')) {
      count(node, counts);
    }
    return { known: true, value: counts };
  } catch (error) {
    if (!(error instanceof KubernetesError)) throw error;
    return { known: false, reason: error.message };
  } finally {
    reader.close();
  }
}

function count(node: Node, counts: Record<string, NodeCount>): void {
  const labels = node.metadata?.labels ?? {};
  const group = NODE_GROUP_LABELS.map(label => labels[label]).find(Boolean);
  if (!group) return;
  const seen = (counts[group] ??= { ready: 0, total: 0, versions: [] });
  const ready = node.status?.conditions?.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
  const version = node.status?.nodeInfo?.kubeletVersion ?? '';
  seen.total += 1;
  if (ready && !node.metadata?.deletionTimestamp) seen.ready += 1;
  if (!seen.versions.includes(version)) seen.versions.push(version);
}
