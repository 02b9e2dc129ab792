import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { notDeployed, withLines } from '../propertiesChanges.fixture';
import { AURORA } from '../rdsDatabases.fixture';
import { databaseBackupsRetained } from './databaseBackupsRetained';

const CONTACT = 'scalar.db.contact_points';

const ofInstance = (changes: object) =>
  onLedger('databases', databases =>
    changeOne(databases, database => ({ ...database, ...changes })),
  );

/** An Aurora cluster, whose instances say a retention period too. */
const aurora = (cluster: number, instances: number, host = AURORA.writer) => [
  withLines('ledger', `${CONTACT}=jdbc:postgresql://${host}:5432/ledger`),
  onLedger('databases', () =>
    AURORA.databases.map(database => ({
      ...database,
      backupRetentionDays: database.kind === 'cluster' ? cluster : instances,
    })),
  ),
];

const trials: Trial[] = [
  {
    trap: 'a week of backups',
    verdict: 'pass',
    says: 'instance ledger-database keeps backups for 7 days',
  },
  {
    trap: 'a retention period of zero',
    changes: [ofInstance({ backupRetentionDays: 0 })],
    verdict: 'fail',
    says: 'instance ledger-database has a backup retention period of 0 days',
  },
  {
    trap: 'a cluster that keeps backups, whatever its instances say',
    changes: aurora(7, 0),
    verdict: 'pass',
    says: 'cluster shared keeps backups for 7 days',
  },
  {
    trap: 'instances that seem to keep backups of a cluster that does not',
    changes: aurora(0, 7),
    verdict: 'fail',
    says: 'cluster shared has a backup retention period of 0 days',
  },
  {
    trap: 'a cluster that is reached by the name of an instance',
    changes: aurora(0, 7, AURORA.instance),
    verdict: 'fail',
    says: 'cluster shared has a backup retention period of 0 days',
  },
  {
    trap: 'an instance whose cluster RDS does not show',
    changes: [ofInstance({ clusterId: 'shared' })],
    verdict: 'unknown',
    says: 'RDS shows no cluster shared',
  },
  {
    trap: 'another database of the account that keeps none',
    changes: [
      onLedger('databases', databases => [
        ...databases,
        ...databases.map(one => ({
          ...one,
          hosts: [],
          backupRetentionDays: 0,
        })),
      ]),
    ],
    verdict: 'pass',
    says: 'keeps backups for 7 days',
  },
  {
    trap: 'a host that is no database of the account',
    changes: [withLines('ledger', `${CONTACT}=jdbc:mysql://db.internal/x`)],
    verdict: 'unknown',
    says: 'RDS of account 111111111111 in ap-northeast-1 shows no database with the host db.internal',
  },
  {
    trap: 'a host that an environment variable sets',
    changes: [withLines('ledger', `${CONTACT}=\${env:HOST}`)],
    verdict: 'unknown',
    says: 'contact points of jdbc are set by an environment variable',
  },
  {
    trap: 'DynamoDB',
    changes: [withLines('ledger', 'scalar.db.storage=dynamo')],
    verdict: 'skipped',
    says: 'no data is kept in a relational database',
  },
  {
    trap: 'a relational database among several storages',
    changes: [
      ofInstance({ backupRetentionDays: 0 }),
      withLines(
        'ledger',
        'scalar.db.storage=multi-storage',
        'scalar.db.multi_storage.storages=a,b',
        'scalar.db.multi_storage.storages.a.storage=dynamo',
        'scalar.db.multi_storage.storages.b.storage=jdbc',
        'scalar.db.multi_storage.storages.b.contact_points=jdbc:postgresql://ledger.abc.ap-northeast-1.rds.amazonaws.com/x',
      ),
    ],
    verdict: 'fail',
    says: 'retention period of 0 days',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'DynamoDB, and databases that were not read',
    changes: [
      withLines('ledger', 'scalar.db.storage=dynamo'),
      unreadOnLedger('databases'),
    ],
    verdict: 'skipped',
    says: 'no data is kept in a relational database',
  },
  {
    trap: 'databases that were not read',
    changes: [unreadOnLedger('databases')],
    verdict: 'unknown',
    says: 'databases was denied',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'properties was denied',
  },
];

describe('database-backups-retained, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(databaseBackupsRetained, trial)).toEqual(expected(trial));
  });
});
