import { SIDES } from '../../report/report';
import {
  type Change,
  type Trial,
  expected,
  onAuditor,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { notDeployed, withLines } from '../propertiesChanges.fixture';
import { AURORA } from '../rdsDatabases.fixture';
import { separateDatabases } from './separateDatabases';

const LEDGER_HOST = 'ledger.abc.ap-northeast-1.rds.amazonaws.com';
const CONTACT = 'scalar.db.contact_points';

const auditorAt = (url: string) => withLines('auditor', `${CONTACT}=${url}`);
const ledgerAt = (url: string) => withLines('ledger', `${CONTACT}=${url}`);

/** The same storage on both sides. */
const storing = (...lines: string[]): Change[] =>
  SIDES.map(side => withLines(side, ...lines));

const inOneAccount = onAuditor('cluster', cluster => ({
  ...cluster,
  accountId: '111111111111',
}));

/** One Aurora cluster that both sides know by another of its names. */
const aurora: Change[] = [
  ledgerAt(`jdbc:postgresql://${AURORA.writer}/ledger`),
  auditorAt(`jdbc:postgresql://${AURORA.instance}/auditor`),
  onLedger('databases', () => AURORA.databases),
];

const tables: Change[] = [onLedger, onAuditor].map(on =>
  on('tables', () => [
    {
      name: 'scalar.asset',
      region: 'ap-northeast-1',
      pointInTimeRecovery: true,
    },
  ]),
);

const dynamo = storing('scalar.db.storage=dynamo', `${CONTACT}=ap-northeast-1`);

/** The Auditor's VPC looks into a private zone in which a name leads to a host. */
const zoned = (name: string, host: string) =>
  onAuditor('privateZones', () => [
    {
      id: 'Z1',
      name: name.split('.').slice(1).join('.'),
      owner: '222222222222',
      records: [{ name, type: 'CNAME', values: [host], chosen: false }],
    },
  ]);

const trials: Trial[] = [
  {
    trap: 'two instances in two accounts',
    verdict: 'pass',
    says: 'are two databases of RDS',
  },
  {
    trap: 'another schema of the same instance',
    changes: [auditorAt(`jdbc:postgresql://${LEDGER_HOST}/auditor`)],
    verdict: 'fail',
    says: `both sides use ${LEDGER_HOST}:5432`,
  },
  {
    trap: 'another namespace of the same instance, written otherwise',
    changes: [
      auditorAt(`jdbc:postgresql://${LEDGER_HOST.toUpperCase()}:5432/x`),
      withLines('auditor', 'scalar.dl.auditor.namespace=other'),
    ],
    verdict: 'fail',
    says: 'both sides use',
  },
  {
    trap: 'the same instance although RDS was not read',
    changes: [
      auditorAt(`jdbc:postgresql://${LEDGER_HOST}/auditor`),
      unreadOnLedger('databases'),
    ],
    verdict: 'fail',
    says: 'both sides use',
  },
  {
    trap: 'the shared instance behind the first host of an address',
    changes: [
      auditorAt(
        `jdbc:postgresql://auditor.abc.ap-northeast-1.rds.amazonaws.com,${LEDGER_HOST}/x`,
      ),
    ],
    verdict: 'fail',
    says: `both sides use ${LEDGER_HOST}:5432`,
  },
  {
    trap: 'writer of a cluster on one side, instance of it on the other',
    changes: aurora,
    verdict: 'fail',
    says: 'two names of shared of 111111111111 in ap-northeast-1',
  },
  {
    trap: 'names of two accounts that RDS was not read of',
    changes: [
      auditorAt('jdbc:mysql://a.xyz.ap-northeast-1.rds.amazonaws.com/x'),
      unreadOnLedger('databases'),
    ],
    verdict: 'pass',
    says: 'are two databases',
  },
  {
    trap: 'names of one account that RDS was not read of',
    changes: [
      auditorAt('jdbc:mysql://a.abc.ap-northeast-1.rds.amazonaws.com/x'),
      unreadOnLedger('databases'),
    ],
    verdict: 'unknown',
    says: 'may be two names of one database: databases was denied',
  },
  {
    trap: 'a name of somebody’s own, which may lead to the same instance',
    changes: [auditorAt('jdbc:postgresql://db.internal/auditor')],
    verdict: 'unknown',
    says: 'may be two names of one database, because RDS does not show both',
  },
  {
    trap: 'a name of a private zone that leads to a database of one’s own',
    changes: [
      auditorAt('jdbc:postgresql://db.internal/auditor'),
      zoned('db.internal', 'auditor.abc.ap-northeast-1.rds.amazonaws.com'),
    ],
    verdict: 'pass',
    says: 'db.internal:5432 → auditor.abc.ap-northeast-1.rds.amazonaws.com by private zone internal (Z1) are two databases of RDS',
  },
  {
    trap: 'a name of a private zone that leads to the other side’s database',
    changes: [
      auditorAt('jdbc:postgresql://db.internal/auditor'),
      zoned('db.internal', LEDGER_HOST),
    ],
    verdict: 'fail',
    says: 'are two names of ledger-database of 111111111111',
  },
  {
    trap: 'a name that a zone of the other VPC holds',
    changes: [
      auditorAt('jdbc:postgresql://db.internal/auditor'),
      zoned('other.example', LEDGER_HOST),
    ],
    verdict: 'unknown',
    says: 'because RDS does not show both',
  },
  {
    trap: 'a database whose name the pods themselves lead elsewhere',
    changes: [
      onAuditor('productPods', pods =>
        pods.map(pod => ({
          ...pod,
          names: {
            ...pod.names,
            hostAliases: [
              {
                address: '10.2.0.9',
                hosts: ['auditor.abc.ap-northeast-1.rds.amazonaws.com'],
              },
            ],
          },
        })),
      ),
    ],
    verdict: 'unknown',
    says: 'hostAliases of Pod',
  },
  {
    trap: 'name servers that were not read',
    changes: [unreadOnLedger('clusterDns')],
    verdict: 'unknown',
    says: 'may be two names of one database: clusterDns was denied',
  },
  {
    trap: 'two addresses of Cassandra',
    changes: [
      ...storing('scalar.db.storage=cassandra'),
      ledgerAt('10.1.0.1,10.1.0.2'),
      auditorAt('10.2.0.1,10.2.0.2'),
    ],
    verdict: 'pass',
    says: '10.1.0.2:9042 and 10.2.0.2:9042 are two databases',
  },
  {
    trap: 'one shared node of Cassandra among several',
    changes: [
      ...storing('scalar.db.storage=cassandra'),
      ledgerAt('10.1.0.1, 10.9.0.9'),
      auditorAt('10.9.0.9,10.2.0.2'),
    ],
    verdict: 'fail',
    says: 'both sides use 10.9.0.9:9042',
  },
  {
    trap: 'a shared storage among several',
    changes: [
      withLines(
        'auditor',
        'scalar.db.storage=multi-storage',
        'scalar.db.multi_storage.storages=own,other',
        'scalar.db.multi_storage.storages.own.storage=dynamo',
        'scalar.db.multi_storage.storages.own.contact_points=us-east-1',
        'scalar.db.multi_storage.storages.other.storage=jdbc',
        `scalar.db.multi_storage.storages.other.contact_points=jdbc:postgresql://${LEDGER_HOST}/x`,
      ),
    ],
    verdict: 'fail',
    says: `both sides use ${LEDGER_HOST}:5432`,
  },
  {
    trap: 'two accounts of Cosmos DB',
    changes: [
      ...storing('scalar.db.storage=cosmos'),
      ledgerAt('https://one.documents.azure.com:443/'),
      auditorAt('https://two.documents.azure.com:443/'),
    ],
    verdict: 'pass',
    says: 'are two databases',
  },
  {
    trap: 'DynamoDB of two accounts',
    changes: [...dynamo, ...tables],
    verdict: 'pass',
    says: 'each with tables of its own',
  },
  {
    trap: 'DynamoDB of one account and region',
    changes: [...dynamo, ...tables, inOneAccount],
    verdict: 'fail',
    says: 'clusters in accounts 111111111111 and 111111111111',
  },
  {
    trap: 'DynamoDB of two accounts, and an access key of a third one',
    changes: [...dynamo, ...tables, onAuditor('tables', () => [])],
    verdict: 'unknown',
    says: 'no tables of the side were found in ap-northeast-1 of account 222222222222',
  },
  {
    trap: 'tables that were not read',
    changes: [...dynamo, ...tables, unreadOnLedger('tables')],
    verdict: 'unknown',
    says: 'tables was denied',
  },
  {
    trap: 'a contact point that an environment variable sets',
    changes: [auditorAt('${env:CONTACT_POINTS}')],
    verdict: 'unknown',
    says: 'contact points of jdbc are set by an environment variable',
  },
  {
    trap: 'a storage that an environment variable sets',
    changes: [withLines('auditor', 'scalar.db.storage=${env:STORAGE}')],
    verdict: 'unknown',
    says: 'scalar.db.storage is set by an environment variable',
  },
  {
    trap: 'an address that names no host',
    changes: [auditorAt('jdbc:sqlserver://;serverName=db')],
    verdict: 'unknown',
    says: 'name no host that can be recognised',
  },
  {
    trap: 'no Auditor',
    changes: [notDeployed('auditor')],
    verdict: 'skipped',
    says: 'not both deployed',
  },
  {
    trap: 'properties that were not read',
    changes: [unreadOnLedger('properties')],
    verdict: 'unknown',
    says: 'Ledger: properties was denied',
  },
].map(trial => ({ scope: 'pair' as const, ...(trial as Trial) }));

describe('separate-databases, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(separateDatabases, trial)).toEqual(expected(trial));
  });
});
