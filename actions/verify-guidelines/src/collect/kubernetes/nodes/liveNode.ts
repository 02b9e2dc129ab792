import type { LiveNode } from '@scalardl-on-eks/plugin-scalardl-common';
import type { ListedObject } from '../readObjects';

/** What is read of a Node (https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/). */
export interface ListedNode extends Pick<ListedObject, 'metadata'> {
  spec?: {
    providerID?: string;
    taints?: LiveNode['taints'];
    unschedulable?: boolean;
  };
  status?: {
    conditions?: { type: string; status: string }[];
    nodeInfo?: {
      kubeletVersion: string;
      architecture: string;
      osImage: string;
    };
    allocatable?: Record<string, string>;
    capacity?: Record<string, string>;
  };
}

/** A machine of EC2; nodes of Fargate and hybrid ones are named otherwise. */
const INSTANCE = /^aws:\/\/\/[^/]+\/(i-[0-9a-f]+)$/;

/** The machine of a node, where it is one of EC2. */
export function instanceOf({ spec }: ListedNode): string | undefined {
  return INSTANCE.exec(spec?.providerID ?? '')?.[1];
}

export function liveNode(node: ListedNode): LiveNode {
  const { metadata, spec, status } = node;
  const { name, labels = {} } = metadata;
  const { conditions = [], nodeInfo } = status ?? {};
  return {
    name,
    providerId: spec?.providerID,
    instanceId: instanceOf(node),
    labels,
    taints: (spec?.taints ?? []).map(({ key, value, effect }) => ({
      key,
      value,
      effect,
    })),
    unschedulable: spec?.unschedulable ?? false,
    ready: conditions.some(
      condition => condition.type === 'Ready' && condition.status === 'True',
    ),
    kubeletVersion: nodeInfo?.kubeletVersion ?? '',
    zone: labels['topology.kubernetes.io/zone'],
    zoneId: labels['topology.k8s.aws/zone-id'],
    instanceType: labels['node.kubernetes.io/instance-type'],
    architecture: nodeInfo?.architecture ?? '',
    osImage: nodeInfo?.osImage,
    allocatable: status?.allocatable ?? {},
    capacity: status?.capacity ?? {},
  };
}
