import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type {
  LiveTable,
  Properties,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { call, list } from './call';
import { tablePrefixes, tableRegion } from './tableNames';

export const tables = collector({
  fact: 'tables',
  needs: ['properties'],
  aws: ['dynamodb:ListTables', 'dynamodb:DescribeContinuousBackups'],
  async collect(access, given) {
    const properties = valueOf(given, 'properties');
    return properties?.get('scalar.db.storage') === 'dynamo'
      ? readTables(access, properties)
      : undefined;
  },
});

/** The tables stand where the properties say, which need not be the region of the cluster. */
async function readTables(
  access: SideAccess,
  properties: Properties,
): Promise<LiveTable[]> {
  const prefixes = tablePrefixes(properties, access.target.side);
  const sdk = await import('./sdk/dynamoDb');
  const client = new sdk.DynamoDBClient({
    ...access.aws,
    region: tableRegion(properties, access.target.side),
  });
  try {
    const names = await list(access, {
      action: 'dynamodb:ListTables',
      pages: options => sdk.paginateListTables({ client }, {}, options),
      items: page => page.TableNames,
    });
    const own = names
      .sort()
      .filter(name => prefixes.some(prefix => name.startsWith(prefix)));
    return await forEach(own, name => readTable(access, { client, name }));
  } finally {
    client.destroy();
  }
}

async function readTable(
  access: SideAccess,
  { client, name }: { client: DynamoDBClient; name: string },
): Promise<LiveTable> {
  const { DescribeContinuousBackupsCommand } = await import('./sdk/dynamoDb');
  const { ContinuousBackupsDescription } = await call(
    access,
    { action: 'dynamodb:DescribeContinuousBackups', about: `of ${name}` },
    options =>
      client.send(
        new DescribeContinuousBackupsCommand({ TableName: name }),
        options,
      ),
  );
  const recovery = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
  return {
    name,
    pointInTimeRecovery: recovery?.PointInTimeRecoveryStatus === 'ENABLED',
  };
}
