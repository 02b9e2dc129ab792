import type { Place } from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import type { AwsClients } from './awsClients.ts';
import type { ReadRole, WorldCluster } from './cluster.ts';
import type { WorldDatabase } from './database.ts';
import type { Kube } from './kube.ts';
import type { Network } from './network.ts';
import type { SideName, SidePlan } from './sidePlan.ts';

/** One side that runs; its clients are an administrator's. */
export interface WorldSide extends AwsClients {
  readonly side: SideName;
  readonly plan: SidePlan;
  readonly place: Place;
  readonly kube: Kube;
  readonly network: Network;
  readonly cluster: WorldCluster;
  readonly database: WorldDatabase;
  /** Name of Envoy's load balancer. */
  readonly balancerHost: string;
  /** Name of the node group's Auto Scaling group; empty where Cluster Autoscaler scales none. */
  readonly autoScalingGroup: string;
  /** Whom the cluster admits for reading; what it may read is up to the test. */
  readonly readRole: ReadRole;
}

/** A VPC without a cluster that calls the pair. */
export interface ApplicationNetwork {
  readonly ec2: AwsClients['ec2'];
  readonly place: Place;
  readonly cidr: string;
  readonly vpcId: string;
  readonly routeTable: string;
}

/** Everything that stands before the networks are joined. */
export interface Sides {
  readonly ledger: WorldSide;
  readonly auditor: WorldSide;
  readonly application: ApplicationNetwork;
}

/** A pair and a network that calls it. */
export interface Pair extends Sides {
  readonly testbed: TestbedControl;
  /** The text of a `scalardl.yaml` that describes it. */
  readonly environment: string;
  /** Ends open connections; the bed goes on. */
  close(): void;
}

export interface Peerings {
  /** The Auditor asked, the Ledger accepted. */
  readonly peeringId: string;
  /** The application asked, the side accepted. */
  readonly applicationPeerings: Readonly<Record<SideName, string>>;
}

/** A pair in which every guideline holds. */
export interface World extends Pair, Peerings {}
