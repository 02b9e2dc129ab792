import type { Instance } from '@aws-sdk/client-ec2';
import type { LiveInstance } from '@scalardl-on-eks/plugin-scalardl-common';
import { type Given, collector, valueOf } from '../collector';
import type { SideReading } from '../sideAccess';
import { batches, forEach } from './batches';
import { list } from './call';
import { ec2 } from './clients';
import { inVpc } from './inVpc';
import { present } from './present';
import { tagsOf } from './tags';

/** AWS takes 200 values a filter. */
const BATCH = 100;

export const instances = collector({
  fact: 'instances',
  needs: ['cluster'],
  uses: ['nodes'],
  aws: ['ec2:DescribeInstances'],
  async collect(access, given) {
    const { vpcId } = valueOf(given, 'cluster');
    const inSameVpc = await readInstances(access, inVpc(vpcId));
    const nodeIds = new Set(nodeInstanceIds(given));
    const found = inSameVpc.filter(
      ({ id, tags }) =>
        nodeIds.has(id) || isOfCluster(access.target.cluster, tags),
    );
    const elsewhere = [...nodeIds].filter(
      nodeId => !found.some(({ id }) => id === nodeId),
    );
    return [...found, ...(await readInstancesById(access, elsewhere))];
  },
});

/** Those of the instances that are there. */
export async function readInstancesById(
  access: SideReading,
  instanceIds: readonly string[],
): Promise<LiveInstance[]> {
  const found = await forEach(batches(instanceIds, BATCH), ids =>
    readInstances(access, [{ Name: 'instance-id', Values: ids }]),
  );
  return found.flat();
}

function nodeInstanceIds({ nodes }: Given): string[] {
  return nodes.ok ? present(nodes.value.map(node => node.instanceId)) : [];
}

/** Tags whose value is the cluster's name: of managed node groups, of EKS itself, and of Auto Mode. */
const NAMING = [
  'eks:cluster-name',
  'aws:eks:cluster-name',
  'eks:eks-cluster-name',
];

/** Whether tags of a machine say that it belongs to the cluster. */
export function isOfCluster(
  cluster: string,
  tags: LiveInstance['tags'],
): boolean {
  return (
    `kubernetes.io/cluster/${cluster}` in tags ||
    NAMING.some(tag => tags[tag] === cluster)
  );
}

async function readInstances(
  access: SideReading,
  Filters: { Name: string; Values: string[] }[],
): Promise<LiveInstance[]> {
  const { client, paginateDescribeInstances } = await ec2(access);
  const reservations = await list(access, {
    action: 'ec2:DescribeInstances',
    pages: options =>
      paginateDescribeInstances(
        { client, pageSize: 1000 },
        { Filters },
        options,
      ),
    items: page => page.Reservations,
  });
  return reservations
    .flatMap(({ Instances = [] }) => Instances)
    .filter(({ State }) => State?.Name !== 'terminated')
    .map(understand);
}

function understand(instance: Instance): LiveInstance {
  const { NetworkInterfaces = [], SecurityGroups = [] } = instance;
  const { BlockDeviceMappings = [], CpuOptions: cpu } = instance;
  const groups = [
    ...SecurityGroups,
    ...NetworkInterfaces.flatMap(({ Groups = [] }) => Groups),
  ];
  const addresses = NetworkInterfaces.map(
    ({ Association }) => Association?.PublicIp,
  );
  return {
    id: instance.InstanceId ?? '',
    type: instance.InstanceType ?? '',
    state: instance.State?.Name ?? '',
    vpcId: instance.VpcId ?? '',
    subnetId: instance.SubnetId ?? '',
    zone: instance.Placement?.AvailabilityZone ?? '',
    publicAddress: instance.PublicIpAddress || present(addresses)[0],
    groupIds: [...new Set(present(groups.map(({ GroupId }) => GroupId)))],
    metadataTokens: instance.MetadataOptions?.HttpTokens,
    metadataEndpoint: instance.MetadataOptions?.HttpEndpoint,
    cpuOptions:
      cpu?.CoreCount === undefined || cpu.ThreadsPerCore === undefined
        ? undefined
        : { cores: cpu.CoreCount, threadsPerCore: cpu.ThreadsPerCore },
    volumeIds: present(BlockDeviceMappings.map(({ Ebs }) => Ebs?.VolumeId)),
    managed: instance.Operator?.Managed ?? false,
    tags: tagsOf(instance.Tags),
  };
}
