import { scheduleOnFargate } from '../world/nodes/fargate.ts';
import type { Ground, Nodes, SideParts } from '../world/parts.ts';
import { roleArn } from '../world/sidePlan.ts';
import type { OtherWorld } from './otherWorld.ts';

const EACH_A_NODE = {
  verdict: 'skipped',
  says: 'the product runs on AWS Fargate, where each pod has a node to itself',
} as const;

const NO_MACHINES = {
  verdict: 'skipped',
  says: 'the cluster has no EC2 machines of its own',
} as const;

export const fargateOnly: OtherWorld = {
  title: 'Fargate only',
  about:
    'The Auditor’s cluster has no machines: Fargate profiles take every pod of the product, of `kube-system` and of the metrics, and each gets a node and an interface of its own. There are no DaemonSets, and no Cluster Autoscaler.',
  scopes: ['auditor', 'pair'],
  expect: {
    'three-worker-nodes/auditor': EACH_A_NODE,
    'nodes-span-three-zones/auditor': EACH_A_NODE,
    'nodes-large-enough/auditor': {
      verdict: 'skipped',
      says: 'no EC2 machine takes the product’s pods',
    },
    'imdsv2-required/auditor': NO_MACHINES,
    'node-volumes-encrypted/auditor': NO_MACHINES,
    'node-groups-healthy/auditor': {
      verdict: 'skipped',
      says: 'the cluster has no managed node groups',
    },
    'cluster-autoscaler-can-scale/auditor': {
      verdict: 'skipped',
      says: 'there is no Cluster Autoscaler',
    },
    'supported-ami-family/auditor': {
      verdict: 'skipped',
      says: 'the cluster has no nodes of its own',
    },
    // The quota of Fargate is read by nobody.
    'pod-autoscaling-fits-node-groups/auditor': {
      verdict: 'unknown',
      says: 'AWS Fargate starts nodes up to limits that are not judged',
    },
    'rollout-capacity/auditor': {
      verdict: 'unknown',
      says: 'AWS Fargate starts nodes as pods need them',
    },
    'subnet-address-headroom/auditor': {
      verdict: 'unknown',
      says: 'how many nodes AWS Fargate starts is only known while it runs',
    },
    'logs-collected/auditor': {
      verdict: 'unknown',
      says: 'on Fargate sends logs is told by a ConfigMap that is not read',
    },
    'cluster-minimum-rules/auditor': {
      verdict: 'unknown',
      says: 'without machines CoreDNS has interfaces to itself, and which those are was not read',
    },
    // The policies are written, and nothing runs on such a node that could enforce them.
    'network-policies-enforced/auditor': {
      verdict: 'fail',
      says: 'nothing enforces policies on AWS Fargate',
    },
  },
  telling: {
    'product-pods-on-three-nodes': '3 pods on 3 nodes',
    'pods-span-zones': '3 Auditor pods in',
    'load-balancer-targets-healthy':
      'healthy in ap-northeast-1a, ap-northeast-1c, ap-northeast-1d',
    'private-worker-subnets': 'Fargate profile all',
    'images-reachable': '0.0.0.0/0 → nat-',
    'cluster-autoscaler-under-pod-autoscaling': 'AWS Fargate',
    'metrics-server-up': 'the APIService v1beta1.metrics.k8s.io is available',
    'auditor-reaches-ledger': 'admits Auditor pods',
    'ledger-reaches-auditor': 'admits Ledger nodes',
    'egress-reaches-other-side': 'Auditor pods',
  },
};

/** The parts of a side without machines. */
export const ON_FARGATE: Pick<SideParts, 'addons' | 'createNodes' | 'scaler'> =
  {
    addons: { coredns: undefined, 'metrics-server': undefined },
    createNodes: byFargate,
    scaler: () => [],
  };

async function byFargate(ground: Ground): Promise<Nodes> {
  const { clients, plan, network } = ground;
  const namespaces = [plan.namespace, 'kube-system', 'monitoring'];
  await clients.eks.createFargateProfile({
    clusterName: plan.cluster,
    fargateProfileName: 'all',
    podExecutionRoleArn: roleArn(plan, 'pods'),
    subnets: [...network.privateSubnets],
    selectors: namespaces.map(namespace => ({ namespace })),
  });
  void scheduleOnFargate(ground, namespaces);
  return { count: 0, scalingGroup: '' };
}
