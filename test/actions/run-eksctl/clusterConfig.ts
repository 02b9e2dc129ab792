import { stringify } from 'yaml';

/** What a test varies of a small cluster. */
export interface SmallCluster {
  name: string;
  version?: string;
  owner?: string;
  nodeGroup?: string;
  instanceType?: string;
  sizes?: { min: number; desired: number; max: number };
  endpoint?: { publicAccess: boolean; publicAccessCIDRs?: string[] };
}

export const REGION = 'ap-northeast-1';
export const NODE_GROUP = 'nodes-v1';

/** Text of a ClusterConfig with one of each thing that eksctl makes, and as few nodes as possible. */
export function smallCluster({
  name,
  version = '1.35',
  owner = 'test',
  nodeGroup = NODE_GROUP,
  instanceType = 'm7i.xlarge',
  sizes = { min: 1, desired: 1, max: 3 },
  endpoint: { publicAccess, publicAccessCIDRs } = { publicAccess: false },
}: SmallCluster): string {
  return stringify({
    apiVersion: 'eksctl.io/v1alpha5',
    kind: 'ClusterConfig',
    metadata: { name, region: REGION, version, tags: { owner } },
    availabilityZones: ['ap-northeast-1a', 'ap-northeast-1c'],
    kubernetesNetworkConfig: { serviceIPv4CIDR: '172.20.0.0/16' },
    vpc: {
      cidr: '10.1.0.0/20',
      nat: { gateway: 'Single' },
      clusterEndpoints: { privateAccess: true, publicAccess },
      ...(publicAccessCIDRs ? { publicAccessCIDRs } : {}),
    },
    accessConfig: { authenticationMode: 'API' },
    cloudWatch: { clusterLogging: { enableTypes: ['audit'] } },
    iam: {
      withOIDC: true,
      podIdentityAssociations: [
        {
          namespace: 'kube-system',
          serviceAccountName: 'controller',
          wellKnownPolicies: { awsLoadBalancerController: true },
        },
      ],
    },
    addonsConfig: { autoApplyPodIdentityAssociations: true },
    addons: [
      { name: 'eks-pod-identity-agent' },
      { name: 'vpc-cni' },
      { name: 'coredns' },
      { name: 'kube-proxy' },
      { name: 'metrics-server' },
    ],
    managedNodeGroups: [
      {
        name: nodeGroup,
        amiFamily: 'AmazonLinux2023',
        instanceTypes: [instanceType],
        minSize: sizes.min,
        desiredCapacity: sizes.desired,
        maxSize: sizes.max,
        privateNetworking: true,
        labels: { role: 'test' },
      },
    ],
  });
}
