import { AUTO_MODE_CLASS, type Balancing } from '../world/balancing.ts';
import { ANNOTATION, sourceRanges } from '../world/manifests/envoy.ts';
import { customKind } from '../world/manifests/customKind.ts';
import { joinMachines } from '../world/nodes/join.ts';
import { runMachines } from '../world/nodes/machines.ts';
import { nodeClaim, nodePool } from '../world/nodes/pool.ts';
import type { Ground, Nodes, SideParts } from '../world/parts.ts';
import { roleArn, SERVICE_CIDR } from '../world/sidePlan.ts';
import type { OtherWorld } from './otherWorld.ts';

const INSTANCE_TYPE = 'm7i.xlarge';
const POOL = 'general-purpose';

export const autoModeNodes: OtherWorld = {
  title: 'EKS Auto Mode',
  about:
    'EKS runs the machines, the load balancer and the network of the Auditor’s cluster itself, by its own NodePools. The add-ons for them are not installed, and there is no Cluster Autoscaler.',
  scopes: ['auditor'],
  expect: {
    'node-groups-healthy/auditor': {
      verdict: 'skipped',
      says: 'the cluster has no managed node groups',
    },
    'cluster-autoscaler-can-scale/auditor': {
      verdict: 'skipped',
      says: 'there is no Cluster Autoscaler',
    },
    // EKS answers for them, and the account cannot change them.
    'imdsv2-required/auditor': {
      verdict: 'skipped',
      says: 'the cluster has no EC2 machines of its own',
    },
    'node-volumes-encrypted/auditor': {
      verdict: 'skipped',
      says: 'the cluster has no EC2 machines of its own',
    },
    // Of what EKS may start next, the pool that it brings says no least size.
    'nodes-large-enough/auditor': {
      verdict: 'unknown',
      says: 'general-purpose sets no lower bound of vCPUs and memory',
    },
    'pod-autoscaling-fits-node-groups/auditor': {
      verdict: 'unknown',
      says: 'EKS Auto Mode starts nodes up to limits that are not judged',
    },
    'rollout-capacity/auditor': {
      verdict: 'unknown',
      says: 'EKS Auto Mode starts nodes as pods need them',
    },
    'subnet-address-headroom/auditor': {
      verdict: 'unknown',
      says: 'how many nodes EKS Auto Mode starts is only known while it runs',
    },
    'network-policies-enforced/auditor': {
      verdict: 'unknown',
      says: 'EKS Auto Mode keeps this setting in a ConfigMap of the cluster',
    },
  },
  telling: {
    'three-worker-nodes': "3 of 3 nodes take the product's pods",
    'private-worker-subnets': 'leads to no internet gateway (nodes',
    'cluster-autoscaler-under-pod-autoscaling': 'EKS Auto Mode',
    'supported-ami-family': 'runs Bottlerocket (EKS Auto, Standard)',
    'internal-load-balancer': 'network, internal',
    'restricted-source-ranges': 'port 40051: sg-',
    'load-balancer-targets-healthy':
      'healthy in ap-northeast-1a, ap-northeast-1c, ap-northeast-1d',
    'metrics-server-up': 'the APIService v1beta1.metrics.k8s.io is available',
  },
};

/** The parts of a side that EKS runs itself. */
export const BY_EKS: Pick<
  SideParts,
  'cluster' | 'addons' | 'createNodes' | 'scaler' | 'balancing'
> = {
  cluster: plan => ({
    computeConfig: {
      enabled: true,
      nodePools: ['general-purpose', 'system'],
      nodeRoleArn: roleArn(plan, 'nodes'),
    },
    kubernetesNetworkConfig: {
      serviceIpv4Cidr: SERVICE_CIDR,
      elasticLoadBalancing: { enabled: true },
    },
    storageConfig: { blockStorage: { enabled: true } },
  }),
  addons: {
    'metrics-server': undefined,
    'amazon-cloudwatch-observability': undefined,
  },
  createNodes: byAutoMode,
  scaler: () => [],
  balancing: balancingOfEks(),
};

/** Three machines of Bottlerocket, which EC2 shows as managed by EKS. */
async function byAutoMode(ground: Ground): Promise<Nodes> {
  const { kube, plan } = ground;
  await kube.apply(
    customKind('karpenter.sh', 'v1', 'NodePool', 'Cluster'),
    customKind('karpenter.sh', 'v1', 'NodeClaim', 'Cluster'),
  );
  const machines = await runMachines(ground, {
    instanceType: INSTANCE_TYPE,
    tags: {
      'eks:eks-cluster-name': plan.cluster,
      'eks:kubernetes-node-class-name': 'default',
    },
  });
  await kube.apply(
    nodePool(POOL, {
      nodeClass: 'NodeClass',
      requirements: [
        ['karpenter.sh/capacity-type', 'In', ['on-demand']],
        ['eks.amazonaws.com/instance-category', 'In', ['c', 'm', 'r']],
        ['eks.amazonaws.com/instance-generation', 'Gt', ['4']],
        ['kubernetes.io/arch', 'In', ['amd64']],
      ],
    }),
    nodePool('system', {
      nodeClass: 'NodeClass',
      requirements: [
        ['eks.amazonaws.com/instance-category', 'In', ['c', 'm', 'r']],
      ],
      taints: [{ key: 'CriticalAddonsOnly', effect: 'NoSchedule' }],
    }),
    ...machines.map(({ InstanceId = '' }, index) =>
      nodeClaim(`${POOL}-${index}`, { pool: POOL, instanceId: InstanceId }),
    ),
  );
  await joinMachines(ground, machines, {
    instanceType: INSTANCE_TYPE,
    osImage:
      'Bottlerocket (EKS Auto, Standard) 2026.11.2 (aws-k8s-1.35-standard)',
    labels: {
      'eks.amazonaws.com/compute-type': 'auto',
      'karpenter.sh/nodepool': POOL,
      'karpenter.sh/capacity-type': 'on-demand',
    },
  });
  return { count: machines.length, scalingGroup: '' };
}

/** The class of EKS itself, which reads the annotations of AWS Load Balancer Controller. */
function balancingOfEks(): Balancing {
  return {
    tools: () => [],
    ready: async () => {},
    loadBalancerClass: AUTO_MODE_CLASS,
    annotations: ({ plan }) => ({
      [`${ANNOTATION}/aws-load-balancer-scheme`]: 'internal',
      [`${ANNOTATION}/aws-load-balancer-nlb-target-type`]: 'ip',
      [`${ANNOTATION}/load-balancer-source-ranges`]: sourceRanges(plan),
      [`${ANNOTATION}/aws-load-balancer-attributes`]:
        'load_balancing.cross_zone.enabled=true',
    }),
  };
}
