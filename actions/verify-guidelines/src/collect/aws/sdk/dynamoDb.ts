/** What is read of DynamoDB; see `ec2.ts`. */
export {
  DescribeContinuousBackupsCommand,
  DynamoDBClient,
  paginateListTables,
} from '@aws-sdk/client-dynamodb';
