import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { allBack } from './change.ts';
import { changeProperties } from './properties.ts';

/** The side keeps its data in DynamoDB of its region instead of its relational database. */
export function storeInDynamo(side: WorldSide): Promise<Undo> {
  return changeProperties(side, text =>
    text
      .replace('scalar.db.storage=jdbc', 'scalar.db.storage=dynamo')
      .replace(
        /scalar\.db\.contact_points=.*/,
        `scalar.db.contact_points=${side.place.region}`,
      ),
  );
}

/** Tables of that name, each with point-in-time recovery or without. */
export async function createTables(
  { dynamodb }: WorldSide,
  tables: Readonly<Record<string, boolean>>,
): Promise<Undo> {
  const undos = await Promise.all(
    Object.entries(tables).map(async ([TableName, recovers]) => {
      await dynamodb.createTable({
        TableName,
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
      });
      await dynamodb.updateContinuousBackups({
        TableName,
        PointInTimeRecoverySpecification: {
          PointInTimeRecoveryEnabled: recovers,
        },
      });
      return async () => void (await dynamodb.deleteTable({ TableName }));
    }),
  );
  return allBack(...undos);
}
