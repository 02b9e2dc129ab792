import type { EC2 } from '@aws-sdk/client-ec2';
import {
  ElasticLoadBalancingV2,
  type LoadBalancer,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  clientOptions,
  createSecurityGroup,
  createVpc,
  ec2,
  LEDGER,
  present,
} from '../awsClients.ts';
import { eventually } from './eventually.ts';
import { node, ZONES } from './manifests.ts';
import { Clusters, type ClusterTools } from './startClusters.ts';

/** A cluster with two nodes in a network of three zones, and what its Services leave in AWS. */
export class LoadBalancerWorld {
  readonly clusters: Clusters;
  readonly network: EC2;
  readonly elb: ElasticLoadBalancingV2;
  readonly clusterGroup: string;
  readonly subnets: readonly string[];

  constructor(parts: {
    clusters: Clusters;
    network: EC2;
    elb: ElasticLoadBalancingV2;
    clusterGroup: string;
    subnets: readonly string[];
  }) {
    this.clusters = parts.clusters;
    this.network = parts.network;
    this.elb = parts.elb;
    this.clusterGroup = parts.clusterGroup;
    this.subnets = parts.subnets;
  }

  /** Ends the cluster, and the SDK's open connections. */
  async stop(): Promise<void> {
    this.network.destroy();
    this.elb.destroy();
    await this.clusters.stop();
  }

  apply(manifest: object): Promise<unknown> {
    return this.clusters.on('ledger', 'apply', { manifest });
  }

  request(method: string, path: string): Promise<unknown> {
    return this.clusters.on('ledger', 'request', { method, path });
  }

  /** Lets internal load balancers stand in every subnet. */
  async tagSubnets(): Promise<void> {
    await this.network.createTags({
      Resources: [...this.subnets],
      Tags: [{ Key: 'kubernetes.io/role/internal-elb', Value: '1' }],
    });
  }

  async service(name: string): Promise<Service> {
    return (await this.request('GET', servicePath(name))) as Service;
  }

  /** Waits until the Service has really gone. */
  async goneService(name: string): Promise<void> {
    await eventually(async () => {
      const left = await this.service(name).catch(({ message }) => message);
      if (!String(left).includes('HTTP 404')) {
        throw new Error(`Service ${name} is still there.`);
      }
    });
  }

  async loadBalancers(): Promise<LoadBalancer[]> {
    return (await this.elb.describeLoadBalancers()).LoadBalancers ?? [];
  }

  /** The load balancer of the Service, once the Service says that it has one. */
  async loadBalancerOf(name: string): Promise<LoadBalancer> {
    const hostname = await eventually(async () => {
      const { status } = await this.service(name);
      return present(status.loadBalancer.ingress?.[0]?.hostname);
    });
    const all = await this.loadBalancers();
    return present(all.find(({ DNSName }) => DNSName === hostname));
  }

  /** What each target group sends to, in the order of their ports. */
  async targetsOf({ LoadBalancerArn }: LoadBalancer): Promise<Targets[]> {
    const { TargetGroups } = await this.elb.describeTargetGroups({
      LoadBalancerArn,
    });
    const described = await Promise.all(
      present(TargetGroups).map(async group => ({
        type: group.TargetType,
        port: present(group.Port),
        targets: await this.healthOf(group.TargetGroupArn),
      })),
    );
    return described.sort((one, other) => one.port - other.port);
  }

  private async healthOf(TargetGroupArn?: string): Promise<string[]> {
    const { TargetHealthDescriptions } = await this.elb.describeTargetHealth({
      TargetGroupArn,
    });
    return present(TargetHealthDescriptions)
      .map(({ Target }) => `${Target?.Id}:${Target?.Port}`)
      .sort();
  }

  /** What a security group lets in. */
  async ingressOf(group: string): Promise<string[]> {
    const { SecurityGroups } = await this.network.describeSecurityGroups({
      GroupIds: [group],
    });
    return present(SecurityGroups?.[0]?.IpPermissions)
      .flatMap(({ FromPort, ToPort, IpRanges = [], UserIdGroupPairs = [] }) =>
        [
          ...IpRanges.map(({ CidrIp }) => CidrIp),
          ...UserIdGroupPairs.map(({ GroupId }) => GroupId),
        ].map(source => `${FromPort}-${ToPort} from ${source}`),
      )
      .sort();
  }

  /** The security groups that AWS Load Balancer Controller made, by name. */
  async groupsOfController(): Promise<Map<string, string>> {
    const { SecurityGroups } = await this.network.describeSecurityGroups({
      Filters: [{ Name: 'tag:elbv2.k8s.aws/cluster', Values: ['ledger'] }],
    });
    return new Map(
      (SecurityGroups ?? []).map(({ GroupName, GroupId }) => [
        present(GroupName),
        present(GroupId),
      ]),
    );
  }
}

interface Service {
  metadata: { finalizers?: string[]; deletionTimestamp?: string };
  spec: { loadBalancerClass?: string; ports: { nodePort: number }[] };
  status: { loadBalancer: { ingress?: { hostname: string }[] } };
}

interface Targets {
  type?: string;
  port: number;
  targets: string[];
}

export function servicePath(name: string): string {
  return `/api/v1/namespaces/default/services/${name}`;
}

export async function startLoadBalancerWorld(
  tools: ClusterTools,
): Promise<LoadBalancerWorld> {
  const clusters = new Clusters(tools);
  const aws = await clusters.serveAws();
  const network = await ec2(aws, LEDGER);
  const vpc = await createVpc(network, '10.1.0.0/16');
  const clusterGroup = await createSecurityGroup(network, vpc, 'eks-cluster');
  const subnets = await createSubnets(network, vpc);
  await clusters.start('ledger', '1.35', {
    account: LEDGER.account,
    region: LEDGER.region,
    vpc_id: vpc,
    cluster_security_group: clusterGroup,
  });
  for (const index of [0, 1]) {
    await clusters.on('ledger', 'add_node', { node: node(index) });
  }
  const elb = new ElasticLoadBalancingV2(await clientOptions(aws, LEDGER));
  return new LoadBalancerWorld({
    clusters,
    network,
    elb,
    clusterGroup,
    subnets,
  });
}

async function createSubnets(network: EC2, VpcId: string): Promise<string[]> {
  const created = ZONES.map(async (AvailabilityZone, index) => {
    const { Subnet } = await network.createSubnet({
      VpcId,
      AvailabilityZone,
      CidrBlock: `10.1.${16 * index}.0/20`,
    });
    return present(Subnet?.SubnetId);
  });
  return Promise.all(created);
}
