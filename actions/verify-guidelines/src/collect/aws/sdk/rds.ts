/** What is read of RDS; see `ec2.ts`. */
export {
  RDSClient,
  paginateDescribeDBClusters,
  paginateDescribeDBInstances,
} from '@aws-sdk/client-rds';
