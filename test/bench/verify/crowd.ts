import { present } from '../../testbed/awsClients';
import type { Kube } from '../../verify/world/kube';
import type { WorldSide } from '../../verify/world/world';
import { until } from '../../verify/world/waiting';
import {
  type Machine,
  deploymentOf,
  nodeOf,
  podOf,
  podStatus,
  replicaSetOf,
} from './objects';

/** How many nodes and pods of others a cluster holds. */
export interface Crowd {
  nodes: number;
  pods: number;
}

const NAMESPACES = 50;
const PODS_OF_DEPLOYMENT = 10;
/** A Deployment keeps ReplicaSets of its former revisions, up to ten by default. */
const REVISIONS = 3;
const AT_ONCE = 16;

const namespaceOf = (index: number) => `team-${index % NAMESPACES}`;

/** Makes the namespaces, and waits for what a controller makes in each: pods need its service account. */
export async function createNamespaces(kube: Kube): Promise<void> {
  await each(0, NAMESPACES, async index => {
    const name = namespaceOf(index);
    await kube.post('/api/v1/namespaces', { metadata: { name } });
    await until(
      () =>
        kube.list<{ metadata: { name: string } }>(
          `/api/v1/namespaces/${name}/serviceaccounts`,
        ),
      accounts => accounts.some(({ metadata }) => metadata.name === 'default'),
    );
  });
}

/**
 * Adds what is missing to a larger crowd, as it looks when all of it runs. The controllers must be paused: pods of
 * machines that nobody plays would be taken away again.
 */
export async function grow(
  side: WorldSide,
  { from, to }: { from: Crowd; to: Crowd },
): Promise<void> {
  const { kube } = side;
  const machines = await startMachines(side, to.nodes - from.nodes);
  await Promise.all(
    machines.map((machine, index) =>
      kube.post('/api/v1/nodes', nodeOf(from.nodes + index, machine)),
    ),
  );
  await each(
    from.pods / PODS_OF_DEPLOYMENT,
    to.pods / PODS_OF_DEPLOYMENT,
    index => addDeployment(kube, { index, nodes: to.nodes }),
  );
}

/** Machines of the cluster in all zones, as many as asked for. */
async function startMachines(
  { ec2, network, plan }: WorldSide,
  count: number,
): Promise<Machine[]> {
  const subnets = network.privateSubnets;
  const ofSubnet = Math.ceil(count / subnets.length);
  if (ofSubnet === 0) return [];
  const started = await Promise.all(
    subnets.map(SubnetId =>
      ec2.runInstances({
        ImageId: 'ami-12345678',
        InstanceType: 'm7i.xlarge',
        MinCount: ofSubnet,
        MaxCount: ofSubnet,
        SubnetId,
        TagSpecifications: [
          {
            ResourceType: 'instance',
            Tags: [
              { Key: `kubernetes.io/cluster/${plan.cluster}`, Value: 'owned' },
            ],
          },
        ],
      }),
    ),
  );
  return started
    .flatMap(({ Instances }) => Instances ?? [])
    .slice(0, count)
    .map(({ InstanceId, Placement }) => ({
      instanceId: present(InstanceId),
      zone: present(Placement?.AvailabilityZone),
    }));
}

interface Made {
  metadata: { name: string; uid: string };
}

async function addDeployment(
  kube: Kube,
  { index, nodes }: { index: number; nodes: number },
): Promise<void> {
  const namespace = namespaceOf(index);
  const apps = `/apis/apps/v1/namespaces/${namespace}`;
  const deployment = await kube.post<Made>(
    `${apps}/deployments`,
    deploymentOf(index, PODS_OF_DEPLOYMENT),
  );
  let owner = deployment;
  for (let revision = REVISIONS; revision >= 0; revision -= 1) {
    owner = await kube.post<Made>(
      `${apps}/replicasets`,
      replicaSetOf(index, {
        revision,
        owner: deployment.metadata,
        replicas: revision === 0 ? PODS_OF_DEPLOYMENT : 0,
      }),
    );
  }
  for (let number = 0; number < PODS_OF_DEPLOYMENT; number += 1) {
    const place = index * PODS_OF_DEPLOYMENT + number;
    const path = `/api/v1/namespaces/${namespace}/pods`;
    const pod = podOf(index, {
      number,
      node: place % nodes,
      owner: owner.metadata,
    });
    await kube.post(path, pod);
    await kube.patch(`${path}/${pod.metadata.name}/status`, podStatus(place));
  }
}

/** Does it for every number from one to below another, several at once. */
async function each(
  from: number,
  below: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = from;
  const worker = async () => {
    while (next < below) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
