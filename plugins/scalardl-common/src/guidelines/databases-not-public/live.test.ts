import type { LiveDatabase } from '../../facts/live';
import {
  type Trial,
  changeOne,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { corefileWith } from '../../facts/live/fixture/corefile.fixture';
import { notDeployed, withLines } from '../propertiesChanges.fixture';
import { AURORA } from '../rdsDatabases.fixture';
import { databasesNotPublic } from './databasesNotPublic';

const CONTACT = 'scalar.db.contact_points';

const aurora = (isOpen: (database: LiveDatabase) => boolean) => [
  withLines('ledger', `${CONTACT}=jdbc:postgresql://${AURORA.writer}/ledger`),
  onLedger('databases', () =>
    AURORA.databases.map(database => ({
      ...database,
      publiclyAccessible: isOpen(database),
    })),
  ),
];

const trials: Trial[] = [
  {
    trap: 'a private instance',
    verdict: 'pass',
    says: 'instance ledger-database is not publicly accessible',
  },
  {
    trap: 'a public instance',
    changes: [
      onLedger('databases', databases =>
        changeOne(databases, one => ({ ...one, publiclyAccessible: true })),
      ),
    ],
    verdict: 'fail',
    says: 'instance ledger-database is publicly accessible',
  },
  {
    trap: 'a cluster with private instances',
    changes: aurora(() => false),
    verdict: 'pass',
    says: 'instance shared-2 is not publicly accessible',
  },
  {
    trap: 'one public instance of a cluster that is reached by another name',
    changes: aurora(({ id }) => id === 'shared-2'),
    verdict: 'fail',
    says: 'instance shared-2 is publicly accessible',
  },
  {
    trap: 'a public Multi-AZ cluster',
    changes: aurora(({ kind }) => kind === 'cluster'),
    verdict: 'fail',
    says: 'cluster shared is publicly accessible',
  },
  {
    trap: 'a cluster whose instances RDS does not show',
    changes: [
      ...aurora(() => false),
      onLedger('databases', databases => databases.slice(0, 1)),
    ],
    verdict: 'unknown',
    says: 'RDS shows no instance of cluster shared',
  },
  {
    trap: 'another database of the account that is public',
    changes: [
      onLedger('databases', databases => [
        ...databases,
        ...databases.map(one => ({
          ...one,
          hosts: [],
          publiclyAccessible: true,
        })),
      ]),
    ],
    verdict: 'pass',
    says: 'is not publicly accessible',
  },
  {
    trap: 'a host that is no database of the account',
    changes: [withLines('ledger', `${CONTACT}=jdbc:mysql://db.internal/x`)],
    verdict: 'unknown',
    says: 'shows no database with the host db.internal',
  },
  {
    trap: 'a name that CoreDNS leads to a database of the account',
    changes: [
      withLines('ledger', `${CONTACT}=jdbc:mysql://db.internal/x`),
      onLedger('clusterDns', () => ({
        coreDns: corefileWith(
          'rewrite name db.internal ledger.abc.ap-northeast-1.rds.amazonaws.com',
        ),
      })),
    ],
    verdict: 'pass',
    says: 'instance ledger-database is not publicly accessible',
  },
  {
    trap: 'name servers that were not read',
    changes: [unreadOnLedger('nameServers')],
    verdict: 'unknown',
    says: 'where it leads is not known: nameServers was denied',
  },
  {
    trap: 'a public instance, and name servers that were not read',
    changes: [
      onLedger('databases', databases =>
        changeOne(databases, one => ({ ...one, publiclyAccessible: true })),
      ),
      unreadOnLedger('nameServers'),
    ],
    verdict: 'fail',
    says: 'instance ledger-database is publicly accessible',
  },
  {
    trap: 'DynamoDB',
    changes: [withLines('ledger', 'scalar.db.storage=dynamo')],
    verdict: 'skipped',
    says: 'no data is kept in a relational database',
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
];

describe('databases-not-public, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(databasesNotPublic, trial)).toEqual(expected(trial));
  });
});
