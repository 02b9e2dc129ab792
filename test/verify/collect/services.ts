import { present } from '../../testbed/awsClients.ts';
import type { WorldSide } from './side.ts';

/** A load balancer with one listener and one target. */
export interface Balancer {
  readonly arn: string;
  readonly targetGroup: string;
}

export async function createBalancer(
  { admin: { elb }, network, cluster }: WorldSide,
  name = `k8s-${cluster}`,
): Promise<Balancer> {
  const { LoadBalancers } = await elb.createLoadBalancer({
    Name: name,
    Type: 'network',
    Scheme: 'internal',
    Subnets: [...network.privateSubnets],
    SecurityGroups: [network.group],
    Tags: [{ Key: 'elbv2.k8s.aws/cluster', Value: cluster }],
  });
  const arn = present(LoadBalancers?.[0]?.LoadBalancerArn);
  const { TargetGroups } = await elb.createTargetGroup({
    Name: name,
    VpcId: network.vpcId,
    Protocol: 'TCP',
    Port: 50051,
    TargetType: 'ip',
  });
  const targetGroup = present(TargetGroups?.[0]?.TargetGroupArn);
  await elb.registerTargets({
    TargetGroupArn: targetGroup,
    Targets: [{ Id: '10.1.3.10', Port: 50051 }],
  });
  await elb.createListener({
    LoadBalancerArn: arn,
    Protocol: 'TCP',
    Port: 50051,
    DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup }],
  });
  return { arn, targetGroup };
}

/** One in the default VPC, which is not the side's business. */
export async function createForeignBalancer({
  admin: { ec2, elb },
}: WorldSide): Promise<void> {
  const { Vpcs = [] } = await ec2.describeVpcs({
    Filters: [{ Name: 'is-default', Values: ['true'] }],
  });
  const { Subnets = [] } = await ec2.describeSubnets({
    Filters: [{ Name: 'vpc-id', Values: [present(Vpcs[0]?.VpcId)] }],
  });
  await elb.createLoadBalancer({
    Name: 'of-somebody-else',
    Type: 'network',
    Subnets: Subnets.map(({ SubnetId }) => present(SubnetId)),
  });
}

/** A PostgreSQL, and an Aurora cluster with a machine. */
export async function createDatabases({
  admin: { rds },
  network,
}: WorldSide): Promise<void> {
  const secret = { MasterUsername: 'admin', MasterUserPassword: 'not-used-1' };
  await rds.createDBSubnetGroup({
    DBSubnetGroupName: 'private',
    DBSubnetGroupDescription: 'private',
    SubnetIds: [...network.privateSubnets],
  });
  await rds.createDBInstance({
    ...secret,
    DBInstanceIdentifier: 'Books',
    DBInstanceClass: 'db.m7g.large',
    Engine: 'postgres',
    AllocatedStorage: 20,
    DBSubnetGroupName: 'private',
    BackupRetentionPeriod: 7,
    PubliclyAccessible: true,
    StorageEncrypted: true,
  });
  await rds.createDBCluster({
    ...secret,
    DBClusterIdentifier: 'aurora',
    Engine: 'aurora-postgresql',
    BackupRetentionPeriod: 3,
    DBSubnetGroupName: 'private',
  });
  await rds.createDBInstance({
    DBInstanceIdentifier: 'aurora-1',
    DBInstanceClass: 'db.r7g.large',
    Engine: 'aurora-postgresql',
    DBClusterIdentifier: 'aurora',
  });
}

/** Tables of the product and of somebody else; only the first can be set back to any time. */
export async function createTables({
  admin: { dynamo },
}: WorldSide): Promise<void> {
  const names = ['scalar.asset', 'coordinator.state', 'somebody.else'];
  for (const TableName of names) {
    await dynamo.createTable({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    });
  }
  await dynamo.updateContinuousBackups({
    TableName: 'scalar.asset',
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  });
}
