import type { DBCluster, DBInstance } from '@aws-sdk/client-rds';
import type { LiveDatabase } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector } from '../collector';
import type { SideAccess } from '../sideAccess';
import { list } from './call';
import { rds } from './clients';
import { present } from './present';

export const databases = collector({
  fact: 'databases',
  aws: ['rds:DescribeDBInstances', 'rds:DescribeDBClusters'],
  async collect(access) {
    const found = await Promise.all([
      readInstances(access),
      readClusters(access),
    ]);
    return found.flat();
  },
});

/** What RDS answers at most a page. */
const pageSize = 100;

async function readInstances(access: SideAccess): Promise<LiveDatabase[]> {
  const { client, paginateDescribeDBInstances } = await rds(access);
  const found = await list(access, {
    action: 'rds:DescribeDBInstances',
    pages: options =>
      paginateDescribeDBInstances({ client, pageSize }, {}, options),
    items: page => page.DBInstances,
  });
  return found.map(understandInstance);
}

function understandInstance(instance: DBInstance): LiveDatabase {
  return {
    kind: 'instance',
    id: instance.DBInstanceIdentifier ?? '',
    engine: instance.Engine ?? '',
    hosts: hostsOf([instance.Endpoint?.Address]),
    port: instance.Endpoint?.Port,
    clusterId: instance.DBClusterIdentifier,
    backupRetentionDays: instance.BackupRetentionPeriod ?? 0,
    publiclyAccessible: instance.PubliclyAccessible ?? false,
    vpcId: instance.DBSubnetGroup?.VpcId,
    encrypted: instance.StorageEncrypted ?? false,
  };
}

async function readClusters(access: SideAccess): Promise<LiveDatabase[]> {
  const { client, paginateDescribeDBClusters } = await rds(access);
  const found = await list(access, {
    action: 'rds:DescribeDBClusters',
    pages: options =>
      paginateDescribeDBClusters({ client, pageSize }, {}, options),
    items: page => page.DBClusters,
  });
  return found.map(understandCluster);
}

function understandCluster(cluster: DBCluster): LiveDatabase {
  const { Endpoint, ReaderEndpoint, CustomEndpoints = [] } = cluster;
  return {
    kind: 'cluster',
    id: cluster.DBClusterIdentifier ?? '',
    engine: cluster.Engine ?? '',
    hosts: hostsOf([Endpoint, ReaderEndpoint, ...CustomEndpoints]),
    port: cluster.Port,
    backupRetentionDays: cluster.BackupRetentionPeriod ?? 0,
    // Told of Multi-AZ clusters only; of Aurora each instance tells it.
    publiclyAccessible: cluster.PubliclyAccessible ?? false,
    encrypted: cluster.StorageEncrypted ?? false,
  };
}

function hostsOf(names: readonly (string | undefined)[]): string[] {
  return present(names).map(name => name.toLowerCase());
}
