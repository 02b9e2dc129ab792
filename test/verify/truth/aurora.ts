import { randomBytes } from 'node:crypto';
import { present } from '../../testbed/awsClients.ts';
import type { Undo } from '../world/kube.ts';
import type { WorldSide } from '../world/world.ts';
import { allBack } from './change.ts';
import { changeProperties } from './properties.ts';

/** What differs between an Aurora cluster in which every guideline holds and this one. */
interface Wish {
  /** Of the cluster, in days. */
  retention: number;
  /** One for each instance: whether it has a public address. */
  open: readonly boolean[];
}

/** The side keeps its data in an Aurora cluster, which it calls by the writer's name. */
export async function storeInAurora(
  side: WorldSide,
  { retention, open }: Wish,
): Promise<Undo> {
  const { rds, database } = side;
  // Its first snapshot outlives it, under its name and the minute.
  const DBClusterIdentifier = `aurora-${randomBytes(4).toString('hex')}`;
  await rds.createDBCluster({
    DBClusterIdentifier,
    Engine: 'aurora-postgresql',
    MasterUsername: 'scalardl',
    MasterUserPassword: 'not-used-anywhere',
    DBSubnetGroupName: database.id,
    BackupRetentionPeriod: retention,
    StorageEncrypted: true,
  });
  const instances = open.map((PubliclyAccessible, index) => ({
    DBInstanceIdentifier: `${DBClusterIdentifier}-${index}`,
    PubliclyAccessible,
  }));
  for (const instance of instances) {
    await rds.createDBInstance({
      ...instance,
      DBInstanceClass: 'db.r7g.large',
      Engine: 'aurora-postgresql',
      DBClusterIdentifier,
      // It counts for nothing.
      BackupRetentionPeriod: 0,
    });
  }
  const { DBClusters } = await rds.describeDBClusters({
    DBClusterIdentifier,
  });
  const writer = present(DBClusters?.[0]?.Endpoint);
  return allBack(
    async () => {
      for (const { DBInstanceIdentifier } of instances) {
        await rds.deleteDBInstance({
          DBInstanceIdentifier,
          SkipFinalSnapshot: true,
        });
      }
      await rds.deleteDBCluster({
        DBClusterIdentifier,
        SkipFinalSnapshot: true,
      });
    },
    await changeProperties(side, text => text.replace(database.host, writer)),
  );
}
