import type { EC2 } from '@aws-sdk/client-ec2';
import type { RDS } from '@aws-sdk/client-rds';
import { createSecurityGroup, present } from '../../testbed/awsClients.ts';
import type { Network } from './network.ts';
import type { SidePlan } from './sidePlan.ts';

export interface WorldDatabase {
  readonly id: string;
  readonly host: string;
}

/** A private, encrypted PostgreSQL of RDS with a week of backups, which admits the side's own VPC. */
export async function createDatabase(
  { rds, ec2 }: { rds: RDS; ec2: EC2 },
  { database, cidr }: SidePlan,
  { vpcId, privateSubnets }: Network,
): Promise<WorldDatabase> {
  const [group] = await Promise.all([
    createSecurityGroup(ec2, vpcId, database),
    rds.createDBSubnetGroup({
      DBSubnetGroupName: database,
      DBSubnetGroupDescription: database,
      SubnetIds: [...privateSubnets],
    }),
  ]);
  await ec2.authorizeSecurityGroupIngress({
    GroupId: group,
    IpProtocol: 'tcp',
    FromPort: 5432,
    ToPort: 5432,
    CidrIp: cidr,
  });
  await rds.createDBInstance({
    DBInstanceIdentifier: database,
    DBInstanceClass: 'db.m7g.large',
    Engine: 'postgres',
    AllocatedStorage: 100,
    MasterUsername: 'scalardl',
    MasterUserPassword: 'not-used-anywhere',
    DBSubnetGroupName: database,
    VpcSecurityGroupIds: [group],
    BackupRetentionPeriod: 7,
    PubliclyAccessible: false,
    StorageEncrypted: true,
    MultiAZ: true,
  });
  const { DBInstances } = await rds.describeDBInstances({
    DBInstanceIdentifier: database,
  });
  return { id: database, host: present(DBInstances?.[0]?.Endpoint?.Address) };
}
