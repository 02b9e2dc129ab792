import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { LiveTable } from '@scalardl-on-eks/plugin-scalardl-common';
import { collector, valueOf } from '../collector';
import type { SideAccess } from '../sideAccess';
import { forEach } from './batches';
import { call, list } from './call';
import { type TablePlace, tablePlaces } from './tableNames';

export const tables = collector({
  fact: 'tables',
  needs: ['properties'],
  aws: ['dynamodb:ListTables', 'dynamodb:DescribeContinuousBackups'],
  async collect(access, given) {
    const properties = valueOf(given, 'properties');
    const places = properties
      ? tablePlaces(properties, access.target.side)
      : [];
    if (places.length === 0) return undefined;
    const found = await Promise.all(
      regionsOf(places).map(place => readTables(access, place)),
    );
    return found.flat();
  },
});

/** Each region once, whatever storages stand in it. */
function regionsOf(places: readonly TablePlace[]): TablePlace[] {
  const regions = [...new Set(places.map(({ region }) => region))];
  return regions.map(region => ({
    region,
    prefixes: places
      .filter(place => place.region === region)
      .flatMap(({ prefixes }) => prefixes),
  }));
}

/** The tables stand where the properties say, which need not be the region of the cluster. */
async function readTables(
  access: SideAccess,
  { region, prefixes }: TablePlace,
): Promise<LiveTable[]> {
  const sdk = await import('./sdk/dynamoDb');
  const client = new sdk.DynamoDBClient({ ...access.aws, region });
  try {
    const names = await list(access, {
      action: 'dynamodb:ListTables',
      pages: options => sdk.paginateListTables({ client }, {}, options),
      items: page => page.TableNames,
    });
    const own = names
      .sort()
      .filter(name => prefixes.some(prefix => name.startsWith(prefix)));
    return await forEach(own, async name => ({
      ...{ name, region },
      pointInTimeRecovery: await readRecovery(access, { client, name }),
    }));
  } finally {
    client.destroy();
  }
}

async function readRecovery(
  access: SideAccess,
  { client, name }: { client: DynamoDBClient; name: string },
): Promise<boolean> {
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
  return recovery?.PointInTimeRecoveryStatus === 'ENABLED';
}
