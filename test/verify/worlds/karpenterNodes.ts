import { customKind } from '../world/manifests/customKind.ts';
import { toolDeployment } from '../world/manifests/tool.ts';
import { joinMachines } from '../world/nodes/join.ts';
import { runMachines } from '../world/nodes/machines.ts';
import { nodeClaim, nodePool } from '../world/nodes/pool.ts';
import type { Ground, Nodes } from '../world/parts.ts';
import type { Manifest } from '../world/resources.ts';
import type { OtherWorld } from './otherWorld.ts';

const INSTANCE_TYPE = 'm7i.xlarge';
const POOL = 'ledger';

export const karpenterNodes: OtherWorld = {
  title: 'Karpenter',
  about:
    'Karpenter starts the nodes of the Ledger as pods need them, by a NodePool of machines of four vCPUs and 8 GiB or more, none of them burstable. There is neither a node group nor an Auto Scaling group, and no Cluster Autoscaler.',
  scopes: ['ledger'],
  expect: {
    'node-groups-healthy/ledger': {
      verdict: 'skipped',
      says: 'the cluster has no managed node groups',
    },
    'cluster-autoscaler-can-scale/ledger': {
      verdict: 'skipped',
      says: 'there is no Cluster Autoscaler',
    },
    // How far Karpenter goes is set by limits and quotas that nobody reads.
    'pod-autoscaling-fits-node-groups/ledger': {
      verdict: 'unknown',
      says: 'Karpenter by Deployment kube-system/karpenter starts nodes up to limits that are not judged',
    },
    'rollout-capacity/ledger': {
      verdict: 'unknown',
      says: 'Karpenter by Deployment kube-system/karpenter starts nodes as pods need them',
    },
    'subnet-address-headroom/ledger': {
      verdict: 'unknown',
      says: 'how many nodes the NodePool ledger starts is only known while it runs',
    },
  },
  telling: {
    'three-worker-nodes': "3 of 3 nodes take the product's pods",
    'nodes-large-enough':
      'ledger starts machines of 4 vCPUs and 8192 MiB or more',
    'private-worker-subnets': 'leads to no internet gateway (nodes',
    'cluster-autoscaler-under-pod-autoscaling':
      'Karpenter by Deployment kube-system/karpenter',
    'autoscaling-subnets-large-enough': 'is a /23 (nodes)',
    'supported-ami-family': 'runs Amazon Linux 2023',
    'imdsv2-required': 'are required',
    'no-application-workloads':
      'Deployment kube-system/karpenter runs public.ecr.aws/karpenter/controller:1.8.1',
  },
};

/** Three machines that Karpenter started. */
export async function byKarpenter(ground: Ground): Promise<Nodes> {
  const { kube, plan } = ground;
  await kube.apply(
    customKind('karpenter.sh', 'v1', 'NodePool', 'Cluster'),
    customKind('karpenter.sh', 'v1', 'NodeClaim', 'Cluster'),
  );
  const machines = await runMachines(ground, {
    instanceType: INSTANCE_TYPE,
    tags: {
      [`kubernetes.io/cluster/${plan.cluster}`]: 'owned',
      'eks:eks-cluster-name': plan.cluster,
      'karpenter.sh/nodepool': POOL,
    },
  });
  await kube.apply(
    nodePool(POOL, {
      nodeClass: 'EC2NodeClass',
      requirements: [
        ['karpenter.sh/capacity-type', 'In', ['on-demand']],
        ['karpenter.k8s.aws/instance-category', 'In', ['c', 'm', 'r']],
        ['karpenter.k8s.aws/instance-cpu', 'Gt', ['3']],
        ['karpenter.k8s.aws/instance-memory', 'Gt', ['8191']],
      ],
    }),
    ...machines.map(({ InstanceId = '' }, index) =>
      nodeClaim(`${POOL}-${index}`, { pool: POOL, instanceId: InstanceId }),
    ),
  );
  await joinMachines(ground, machines, {
    instanceType: INSTANCE_TYPE,
    labels: {
      'karpenter.sh/nodepool': POOL,
      'karpenter.sh/capacity-type': 'on-demand',
      'karpenter.sh/initialized': 'true',
    },
  });
  return { count: machines.length, scalingGroup: '' };
}

/** Karpenter's controller, as its chart labels it. */
export function karpenter(): Manifest[] {
  return [
    toolDeployment({
      name: 'karpenter',
      namespace: 'kube-system',
      labels: {
        'app.kubernetes.io/name': 'karpenter',
        'app.kubernetes.io/instance': 'karpenter',
      },
      image: 'public.ecr.aws/karpenter/controller:1.8.1',
      replicas: 2,
    }),
  ];
}
