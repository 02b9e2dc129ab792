import { setTimeout as sleep } from 'node:timers/promises';
import { present } from '../../../testbed/awsClients.ts';
import { KubeError } from '../kube.ts';
import type { Ground } from '../parts.ts';
import { until } from '../waiting.ts';
import { nodeManifest } from './node.ts';

const PAUSE_MILLISECONDS = 200;

interface NodeJson {
  status: { conditions?: { type: string; status: string }[] };
}

function isReady({ status: { conditions = [] } }: NodeJson): boolean {
  return conditions.some(
    ({ type, status }) => type === 'Ready' && status === 'True',
  );
}

interface WaitingPod {
  metadata: {
    name: string;
    namespace: string;
    ownerReferences?: { name: string }[];
  };
}

/** Where a pod on Fargate stands. */
interface Spot {
  readonly address: string;
  readonly zone: string;
}

/**
 * Gives every pod that waits in one of the namespaces a node of its own, as the scheduler of Fargate does, until the
 * cluster is gone (https://docs.aws.amazon.com/eks/latest/userguide/fargate.html).
 */
export async function scheduleOnFargate(
  ground: Ground,
  namespaces: readonly string[],
): Promise<void> {
  const placed = new Map<string, number>();
  for (;;) {
    try {
      for (const pod of await waitingPods(ground, namespaces)) {
        const owner = pod.metadata.ownerReferences?.[0]?.name ?? '';
        const index = placed.get(owner) ?? 0;
        placed.set(owner, index + 1);
        await place(ground, pod, index);
      }
    } catch (error) {
      // An answer may be tried again; where nobody answers any more, the bed has ended.
      if (!(error instanceof KubeError)) return;
    }
    await sleep(PAUSE_MILLISECONDS, undefined, { ref: false });
  }
}

async function waitingPods(
  { kube }: Ground,
  namespaces: readonly string[],
): Promise<WaitingPod[]> {
  const found = await kube.list<WaitingPod>(
    '/api/v1/pods?fieldSelector=spec.nodeName%3D',
  );
  return found.filter(({ metadata }) =>
    namespaces.includes(metadata.namespace),
  );
}

/** The pods of one owner come to one subnet after another. */
async function place(
  ground: Ground,
  { metadata: { name, namespace } }: WaitingPod,
  index: number,
): Promise<void> {
  const { kube } = ground;
  const spot = await createInterface(ground, index);
  const node = fargateNode(ground, spot);
  await kube.post('/api/v1/nodes', node);
  // The kubelet knows its addresses only then.
  await until(
    () => kube.get<NodeJson>(`/api/v1/nodes/${node.metadata.name}`),
    isReady,
  );
  await kube.post(`/api/v1/namespaces/${namespace}/pods/${name}/binding`, {
    apiVersion: 'v1',
    kind: 'Binding',
    metadata: { name },
    target: { apiVersion: 'v1', kind: 'Node', name: node.metadata.name },
  });
}

/** The pod's own interface, which carries the cluster's group. */
async function createInterface(
  { clients: { ec2 }, network, cluster, plan }: Ground,
  index: number,
): Promise<Spot> {
  const zone = index % plan.zones.length;
  const { NetworkInterface } = await ec2.createNetworkInterface({
    SubnetId: network.privateSubnets[zone],
    Groups: [cluster.clusterGroup],
  });
  return {
    address: present(NetworkInterface?.PrivateIpAddress),
    zone: present(plan.zones[zone]),
  };
}

/** A node that is one pod at an address. */
export function fargateNode({ plan }: Ground, { address, zone }: Spot) {
  const dashed = address.replaceAll('.', '-');
  const name = `fargate-ip-${dashed}.${plan.place.region}.compute.internal`;
  const size = { cpu: '2', memory: '3967Mi', pods: '1' };
  const task = dashed.replaceAll('-', '').padStart(12, '0');
  return nodeManifest(
    {
      plan,
      zone,
      name,
      address,
      providerId: `aws:///${zone}/8d2c0a5f1b-9e0d${task}/${name}`,
      podCidr: `${address}/32`,
      osImage: 'Amazon Linux 2',
      labels: { 'eks.amazonaws.com/compute-type': 'fargate' },
      taints: [
        {
          key: 'eks.amazonaws.com/compute-type',
          value: 'fargate',
          effect: 'NoSchedule',
        },
      ],
    },
    { capacity: size, allocatable: size },
  );
}
