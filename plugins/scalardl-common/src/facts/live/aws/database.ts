/** `rds:DescribeDBInstances` and `rds:DescribeDBClusters`. */
export interface LiveDatabase {
  /** `instance` or `cluster`: the backups of Aurora belong to the cluster. */
  kind: 'instance' | 'cluster';
  id: string;
  engine: string;
  /** Every host name in lower case: the writer's, the reader's and custom ones. */
  hosts: string[];
  port?: number;
  /** Id of the cluster that an instance belongs to. */
  clusterId?: string;
  backupRetentionDays: number;
  publiclyAccessible: boolean;
  vpcId?: string;
  encrypted: boolean;
}

/** `dynamodb:DescribeContinuousBackups` of each of the side's tables. */
export interface LiveTable {
  name: string;
  /** AWS region in which it stands. */
  region: string;
  pointInTimeRecovery: boolean;
}
