import type { SidePlan } from '../sidePlan.ts';

/** A node as its kubelet registers it. */
export interface NodeWish {
  readonly plan: Pick<SidePlan, 'place' | 'kubernetesVersion'>;
  readonly name: string;
  readonly zone: string;
  readonly address: string;
  readonly providerId: string;
  readonly instanceType?: string;
  readonly podCidr: string;
  /** Amazon Linux 2023 where it is left out. */
  readonly osImage?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints?: readonly object[];
}

interface Size {
  readonly cpu: string;
  readonly memory: string;
  readonly pods: string;
}

const M7I_XLARGE = {
  capacity: { cpu: '4', memory: '16384Mi', pods: '58' },
  // What the system keeps back (https://github.com/awslabs/amazon-eks-ami).
  allocatable: { cpu: '3920m', memory: '15391Mi', pods: '58' },
};

/** The Node of an m7i.xlarge or of what else is given; kwok makes it ready. */
export function nodeManifest(
  wish: NodeWish,
  { capacity, allocatable }: { capacity: Size; allocatable: Size } = M7I_XLARGE,
) {
  const { plan, name, address, providerId, podCidr, taints } = wish;
  const version = `v${plan.kubernetesVersion}.2-eks-ba24e9c`;
  const disk = { 'ephemeral-storage': '80Gi' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: labelsOf(wish) },
    spec: {
      providerID: providerId,
      podCIDR: podCidr,
      podCIDRs: [podCidr],
      taints: taints ?? [],
    },
    status: {
      addresses: [
        { type: 'InternalIP', address },
        { type: 'InternalDNS', address: name },
        { type: 'Hostname', address: name },
      ],
      capacity: { ...capacity, ...disk },
      allocatable: { ...allocatable, ...disk },
      nodeInfo: {
        architecture: 'amd64',
        kubeletVersion: version,
        kubeProxyVersion: version,
        operatingSystem: 'linux',
        osImage: wish.osImage ?? 'Amazon Linux 2023',
        containerRuntimeVersion: 'containerd://2.1.4',
        kernelVersion: '6.12.40-64.114.amzn2023',
        bootID: '',
        machineID: '',
        systemUUID: '',
      },
    },
  };
}

function labelsOf({ plan, name, zone, instanceType, labels }: NodeWish) {
  return {
    'kubernetes.io/hostname': name,
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/os': 'linux',
    'topology.kubernetes.io/region': plan.place.region,
    'topology.kubernetes.io/zone': zone,
    ...(instanceType && { 'node.kubernetes.io/instance-type': instanceType }),
    ...labels,
  };
}
