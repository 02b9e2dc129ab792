import type { Side } from '../../report/report';
import type { Fact } from '../fact';
import type { Properties } from '../properties';
import type * as aws from './aws';
import type {
  KubernetesJson,
  LiveClusterDns,
  LiveNode,
  LivePod,
  WorkloadClass,
} from './kubernetes';
import type { LiveProbes } from './probe/liveProbes';
import type { LiveSettings } from './settings';

/** What AWS says of one side, in its own account and region. */
export interface SideAwsFacts {
  identity: Fact<aws.LiveIdentity>;
  cluster: Fact<aws.LiveCluster>;
  clusterVersions: Fact<aws.LiveClusterVersion[]>;
  nodeGroups: Fact<aws.LiveNodeGroup[]>;
  addons: Fact<aws.LiveAddon[]>;
  fargateProfiles: Fact<aws.LiveFargateProfile[]>;
  vpc: Fact<aws.LiveVpc>;
  vpcDns: Fact<aws.LiveVpcDns>;
  /** `ec2:DescribeDhcpOptions`: whom the VPC asks for names; `AmazonProvidedDNS` is Route 53, and knows private zones. */
  nameServers: Fact<string[]>;
  privateZones: Fact<aws.LivePrivateZone[]>;
  /** Rules of Route 53 Resolver that are associated with the VPC. */
  resolverRules: Fact<aws.LiveResolverRule[]>;
  subnets: Fact<aws.LiveSubnet[]>;
  routeTables: Fact<aws.LiveRouteTable[]>;
  networkAcls: Fact<aws.LiveNetworkAcl[]>;
  securityGroups: Fact<aws.LiveSecurityGroup[]>;
  networkInterfaces: Fact<aws.LiveNetworkInterface[]>;
  prefixLists: Fact<aws.LivePrefixList[]>;
  peerings: Fact<aws.LivePeering[]>;
  transitGatewayAttachments: Fact<aws.LiveTransitGatewayAttachment[]>;
  transitGatewayRouteTables: Fact<aws.LiveTransitGatewayRouteTable[]>;
  natGateways: Fact<aws.LiveNatGateway[]>;
  vpcEndpoints: Fact<aws.LiveVpcEndpoint[]>;
  staleSecurityGroups: Fact<aws.LiveStaleGroup[]>;
  quotas: Fact<aws.LiveQuotas>;
  instances: Fact<aws.LiveInstance[]>;
  instanceTypes: Fact<aws.LiveInstanceType[]>;
  volumes: Fact<aws.LiveVolume[]>;
  autoScalingGroups: Fact<aws.LiveAutoScalingGroup[]>;
  loadBalancers: Fact<aws.LiveLoadBalancer[]>;
  targetHealth: Fact<aws.LiveTargetHealth[]>;
  databases: Fact<aws.LiveDatabase[]>;
  /** `undefined` where the side keeps no data in DynamoDB. */
  tables: Fact<aws.LiveTable[] | undefined>;
}

/** What the Kubernetes API of one side says. A kind that the cluster does not know is an empty list. */
export interface SideKubernetesFacts {
  nodes: Fact<LiveNode[]>;
  workloads: Fact<WorkloadClass[]>;
  /** Deployments that have the product's labels or one of Scalar's images: Ledger, Auditor and Envoy. */
  productDeployments: Fact<KubernetesJson[]>;
  /** Pods that have the product's labels or one of Scalar's images. */
  productPods: Fact<LivePod[]>;
  /** Services of type LoadBalancer or NodePort, and every Service in the product's namespaces. */
  services: Fact<KubernetesJson[]>;
  /**
   * The text of `ledger.properties` or `auditor.properties` that the product's Deployment mounts; `undefined`
   * where no Deployment of the product is there.
   */
  properties: Fact<Properties | undefined>;
  /** Envoy's own configuration, as text, that its Deployment mounts; `undefined` where there is none. */
  envoyConfiguration: Fact<string | undefined>;
  /** How the cluster's own name servers are configured. */
  clusterDns: Fact<LiveClusterDns>;
  podAutoscalers: Fact<KubernetesJson[]>;
  disruptionBudgets: Fact<KubernetesJson[]>;
  networkPolicies: Fact<KubernetesJson[]>;
  daemonSets: Fact<KubernetesJson[]>;
  /** Deployments of `kube-system` and of the namespaces of tools, such as the Cluster Autoscaler. */
  toolDeployments: Fact<KubernetesJson[]>;
  /** CronJobs and Jobs of the product's namespaces. */
  productJobs: Fact<KubernetesJson[]>;
  /** Namespaces with their labels. */
  namespaces: Fact<KubernetesJson[]>;
  /** ServiceMonitor, PodMonitor, PrometheusRule and Prometheus of `monitoring.coreos.com/v1`. */
  monitors: Fact<KubernetesJson[]>;
  /** NodePool and NodeClaim of `karpenter.sh/v1`, which Auto Mode uses too. */
  nodePools: Fact<KubernetesJson[]>;
  /** ENIConfig of `crd.k8s.amazonaws.com/v1alpha1`: custom networking. */
  eniConfigs: Fact<KubernetesJson[]>;
  /** Text of the ConfigMap `kube-system/cluster-autoscaler-status`, `undefined` where there is none. */
  autoscalerStatus: Fact<string | undefined>;
  /** APIService `v1beta1.metrics.k8s.io`, `undefined` where there is none. */
  metricsApi: Fact<KubernetesJson | undefined>;
  /** Only with `read-secrets`; `undefined` where that is off. */
  secrets: Fact<LiveSecrets | undefined>;
  /** Only with `probe`; `undefined` where that is off. */
  probes: Fact<LiveProbes | undefined>;
}

/** What was found out about Secrets in memory; no part of a Secret leaves the collector. */
export interface LiveSecrets {
  /** Keyed digest of the HMAC secret that both sides must share; the key lives as long as the run. */
  hmacSecretDigest?: string;
  /** The product's own signing key, in words such as `P-256`; `problem` where it is no ECDSA key on P-256. */
  signingKey?: { curve?: string; problem?: string };
  /** Every certificate in the product's Secrets. */
  certificates: {
    /** Secret and key, such as `Secret scalardl-ledger/ledger-tls tls.crt`. */
    id: string;
    /** End of its validity, ISO 8601. */
    notAfter: string;
    /** Whether it is the certificate of the product's own signing key; left out where it is not. */
    ofSigningKey?: true;
  }[];
}

/** Everything that was read of one cluster. */
export interface SideLiveFacts extends SideAwsFacts, SideKubernetesFacts {}

/** Name of one fact of a side; also how a collector is called. */
export type LiveFactName = keyof SideLiveFacts;

/** Everything that the live stage judges. */
export interface LiveFacts extends Record<Side, SideLiveFacts> {
  /** ISO date on which the judgement is made. */
  today: string;
  /** ISO 8601 with time, of the same moment; without it what is judged by hours is judged by days. */
  now?: string;
  settings: LiveSettings;
}
