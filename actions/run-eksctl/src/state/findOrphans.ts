import {
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeVolumesCommand,
} from '@aws-sdk/client-ec2';
import {
  DescribeTagsCommand,
  ElasticLoadBalancingV2Client,
  paginateDescribeLoadBalancers,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsClients } from './awsClients';

/** What is left of a cluster that is gone, each with its kind and id; or why that is not known. */
export async function findOrphans(
  aws: AwsClients,
  cluster: string,
): Promise<string[]> {
  const searches = [
    ['security groups', securityGroups],
    ['network interfaces', networkInterfaces],
    ['volumes', volumes],
    ['load balancers', loadBalancers],
  ] as const;
  const found = await Promise.all(
    searches.map(async ([what, search]) => {
      try {
        return await search(aws, cluster);
      } catch (error) {
        return [`${what} are not known: ${(error as Error).message}`];
      }
    }),
  );
  return found.flat();
}

/** The tag that Kubernetes and its controllers put on what they make for a cluster. */
const byTag = (cluster: string) => ({
  Filters: [{ Name: 'tag-key', Values: [`kubernetes.io/cluster/${cluster}`] }],
});

async function securityGroups(
  { ec2 }: AwsClients,
  cluster: string,
): Promise<string[]> {
  const command = new DescribeSecurityGroupsCommand(byTag(cluster));
  const { SecurityGroups = [] } = await ec2.send(command);
  return SecurityGroups.map(
    ({ GroupId, GroupName }) => `security group ${GroupId} (${GroupName})`,
  );
}

async function networkInterfaces(
  { ec2 }: AwsClients,
  cluster: string,
): Promise<string[]> {
  const command = new DescribeNetworkInterfacesCommand({
    // https://github.com/aws/amazon-vpc-cni-k8s#cluster_name
    Filters: [
      { Name: 'tag:cluster.k8s.amazonaws.com/name', Values: [cluster] },
    ],
  });
  const { NetworkInterfaces = [] } = await ec2.send(command);
  return NetworkInterfaces.map(
    ({ NetworkInterfaceId, Status }) =>
      `network interface ${NetworkInterfaceId} (${Status})`,
  );
}

async function volumes(
  { ec2 }: AwsClients,
  cluster: string,
): Promise<string[]> {
  const command = new DescribeVolumesCommand(byTag(cluster));
  const { Volumes = [] } = await ec2.send(command);
  return Volumes.map(
    ({ VolumeId, Size, State }) => `volume ${VolumeId} (${Size} GiB, ${State})`,
  );
}

/** What DescribeTags takes at once. */
const BATCH = 20;

async function loadBalancers(
  { options }: AwsClients,
  cluster: string,
): Promise<string[]> {
  const client = new ElasticLoadBalancingV2Client(options);
  const arns: string[] = [];
  for await (const page of paginateDescribeLoadBalancers({ client }, {})) {
    const { LoadBalancers = [] } = page;
    arns.push(
      ...LoadBalancers.map(({ LoadBalancerArn = '' }) => LoadBalancerArn),
    );
  }
  const found: string[] = [];
  for (let first = 0; first < arns.length; first += BATCH) {
    const ResourceArns = arns.slice(first, first + BATCH);
    const { TagDescriptions = [] } = await client.send(
      new DescribeTagsCommand({ ResourceArns }),
    );
    for (const { ResourceArn, Tags = [] } of TagDescriptions) {
      const isOfCluster = Tags.some(
        ({ Key, Value }) =>
          Key === `kubernetes.io/cluster/${cluster}` ||
          (Key === 'elbv2.k8s.aws/cluster' && Value === cluster),
      );
      if (isOfCluster) found.push(`load balancer ${nameOf(ResourceArn)}`);
    }
  }
  return found;
}

/** Without the account, which GitHub masks. */
function nameOf(arn = ''): string {
  return arn.slice(arn.indexOf('loadbalancer/') + 'loadbalancer/'.length);
}
