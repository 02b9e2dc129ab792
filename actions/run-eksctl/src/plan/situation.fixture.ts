import type { ClusterConfig } from '../config/clusterConfig';
import type { Choices } from '../inputs/runInputs';
import type {
  Addon,
  Cluster,
  ClusterState,
  NodeGroup,
  Stack,
} from '../state/clusterState';
import type { Situation } from './situation';

const NAME = 'shop';

/** A file with one of everything that is compared. */
export function config(changes: Partial<ClusterConfig> = {}): ClusterConfig {
  return {
    apiVersion: 'eksctl.io/v1alpha5',
    kind: 'ClusterConfig',
    metadata: {
      name: NAME,
      region: 'eu-west-1',
      version: '1.35',
      tags: { team: 'shop' },
    },
    kubernetesNetworkConfig: { serviceIPv4CIDR: '172.20.0.0/16' },
    vpc: {
      cidr: '10.1.0.0/20',
      nat: { gateway: 'HighlyAvailable' },
      clusterEndpoints: { publicAccess: false, privateAccess: true },
      extraCIDRs: ['10.4.0.0/24'],
    },
    upgradePolicy: { supportType: 'STANDARD' },
    cloudWatch: { clusterLogging: { enableTypes: ['api', 'audit'] } },
    iam: {
      withOIDC: true,
      podIdentityAssociations: [
        { namespace: 'kube-system', serviceAccountName: 'controller' },
      ],
    },
    addons: [
      { name: 'vpc-cni', configurationValues: '{"a":"b"}' },
      { name: 'coredns' },
      { name: 'kube-proxy' },
      { name: 'metrics-server' },
    ],
    managedNodeGroups: [
      {
        name: 'nodes-v1',
        amiFamily: 'AmazonLinux2023',
        instanceTypes: ['m7i.xlarge'],
        minSize: 3,
        desiredCapacity: 3,
        maxSize: 6,
        labels: { role: 'shop' },
        updateConfig: { maxUnavailable: 1 },
      },
    ],
    ...changes,
  };
}

export const CHOICES: Choices = {
  endpoint: 'declared',
  replaceNodeGroups: false,
  controlPlaneSubnets: 'declared',
};

export function stack(suffix: string, changes: Partial<Stack> = {}): Stack {
  return {
    name: `eksctl-${NAME}-${suffix}`,
    status: 'CREATE_COMPLETE',
    changedAt: 0,
    tags: { 'alpha.eksctl.io/cluster-name': NAME, team: 'shop' },
    outputs: {},
    ...changes,
  };
}

export function nodeGroup(changes: Partial<NodeGroup> = {}): NodeGroup {
  return {
    name: 'nodes-v1',
    status: 'ACTIVE',
    version: '1.35',
    releaseVersion: '1.35.0-20261101',
    changedAt: 0,
    amiType: 'AL2023_x86_64_STANDARD',
    instanceTypes: ['m7i.xlarge'],
    spot: false,
    labels: { role: 'shop', 'alpha.eksctl.io/nodegroup-name': 'nodes-v1' },
    taints: [],
    min: 3,
    desired: 3,
    max: 6,
    maxUnavailable: 1,
    health: [],
    ...changes,
  };
}

export function nodeGroupStack(
  name = 'nodes-v1',
  changes: Partial<Stack> = {},
): Stack {
  const bare = stack(`nodegroup-${name}`, changes);
  return {
    ...bare,
    tags: { ...bare.tags, 'alpha.eksctl.io/nodegroup-name': name },
  };
}

export function addon(name: string, changes: Partial<Addon> = {}): Addon {
  return {
    name,
    status: 'ACTIVE',
    version: 'v1.0.0',
    changedAt: 0,
    health: [],
    ...changes,
  };
}

export function cluster(changes: Partial<Cluster> = {}): Cluster {
  return {
    arn: `arn:aws:eks:eu-west-1:111111111111:cluster/${NAME}`,
    status: 'ACTIVE',
    version: '1.35',
    createdAt: 0,
    tags: {},
    vpcId: 'vpc-1',
    subnetIds: ['subnet-private', 'subnet-public'],
    endpoint: {
      publicAccess: false,
      privateAccess: true,
      publicAccessCidrs: ['0.0.0.0/0'],
    },
    ipFamily: 'ipv4',
    serviceRange: '172.20.0.0/16',
    logTypes: ['api', 'audit'],
    supportType: 'STANDARD',
    health: [],
    ...changes,
  };
}

/** A state in which nothing of `config()` is missing. */
export function state(changes: Partial<ClusterState> = {}): ClusterState {
  return {
    cluster: cluster(),
    stacks: [
      stack('cluster', {
        outputs: {
          FeatureNATMode: 'HighlyAvailable',
          SubnetsPrivate: 'subnet-private',
          VPC: 'vpc-1',
        },
      }),
      nodeGroupStack(),
    ],
    nodeGroups: [nodeGroup()],
    addons: [
      addon('vpc-cni', { configurationValues: '{"a": "b"}' }),
      addon('coredns'),
      addon('kube-proxy', { version: 'v1.35.0' }),
      addon('metrics-server'),
    ],
    addonOffers: {},
    podIdentities: [
      {
        namespace: 'kube-system',
        serviceAccount: 'controller',
        ownedByAddon: false,
      },
    ],
    accessEntries: [],
    oidcProvider: { known: true, value: true },
    vpcRanges: { known: true, value: ['10.1.0.0/20'] },
    controlPlaneRanges: { known: true, value: ['10.4.0.0/24'] },
    nodes: {
      known: true,
      value: { 'nodes-v1': { ready: 3, total: 3, versions: ['v1.35.0'] } },
    },
    ...changes,
  };
}

/** A state without a cluster. */
export const NOTHING: Partial<ClusterState> = {
  cluster: undefined,
  stacks: [],
  nodeGroups: [],
  addons: [],
  podIdentities: [],
};

export function situation({
  config: file = config(),
  state: found = state(),
  choices = {},
}: {
  config?: ClusterConfig;
  state?: ClusterState;
  choices?: Partial<Choices>;
} = {}): Situation {
  return { config: file, state: found, choices: { ...CHOICES, ...choices } };
}
