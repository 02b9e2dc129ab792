import type { CreateClusterRequest } from '@aws-sdk/client-eks';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import type { AwsClients } from './awsClients.ts';
import type { WorldCluster } from './cluster.ts';
import type { Kube } from './kube.ts';
import { clusterAutoscaler } from './manifests/clusterAutoscaler.ts';
import { createNetwork, type Network } from './network.ts';
import { managedNodeGroup } from './nodeGroup.ts';
import type { Manifest } from './resources.ts';
import type { SidePlan } from './sidePlan.ts';
import { byController, type Balancing } from './balancing.ts';

/** What stands of a side before it has nodes. */
export interface Ground {
  readonly clients: AwsClients;
  readonly plan: SidePlan;
  readonly network: Network;
  readonly cluster: WorldCluster;
  readonly kube: Kube;
}

/** What a world knows of the machines that it made. */
export interface Nodes {
  /** Fewest Node objects that there will be before anything is installed. */
  readonly count: number;
  /** Name of the Auto Scaling group that Cluster Autoscaler tells of; empty where there is none. */
  readonly scalingGroup: string;
}

/** How the parts of a side are made; a world that differs from the healthy one replaces some of them. */
export interface SideParts {
  createNetwork(
    ec2: AwsClients['ec2'],
    plan: SidePlan,
    testbed: TestbedControl,
  ): Promise<Network>;
  /** What EKS is asked for in another way; `undefined` takes a key away. */
  cluster(plan: SidePlan): Partial<CreateClusterRequest>;
  /** Add-ons with their configuration. */
  readonly addons: Readonly<Record<string, string | undefined>>;
  createNodes(ground: Ground): Promise<Nodes>;
  /** What adds nodes where pods find no room. */
  scaler(plan: SidePlan): Manifest[];
  readonly balancing: Balancing;
}

export const HEALTHY_PARTS: SideParts = {
  createNetwork,
  cluster: () => ({}),
  addons: {
    'vpc-cni': '{"enableNetworkPolicy":"true"}',
    'eks-pod-identity-agent': undefined,
    coredns: undefined,
    'kube-proxy': undefined,
    'metrics-server': undefined,
    'aws-ebs-csi-driver': undefined,
    'amazon-cloudwatch-observability': undefined,
  },
  createNodes: managedNodeGroup,
  scaler: plan => [clusterAutoscaler(plan)],
  balancing: byController,
};
