import type { LiveTable } from '../../facts/live';
import {
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
} from '../liveTrial.fixture';
import { notDeployed, withLines } from '../propertiesChanges.fixture';
import { pointInTimeRecoveryEnabled } from './pointInTimeRecoveryEnabled';

const REGION = 'ap-northeast-1';

const DYNAMO = withLines(
  'ledger',
  'scalar.db.storage=dynamo',
  `scalar.db.contact_points=${REGION}`,
);

const tables = (...recovery: boolean[]) => [
  DYNAMO,
  onLedger('tables', () =>
    recovery.map((pointInTimeRecovery, index): LiveTable => ({
      name: `scalar.table-${index}`,
      region: REGION,
      pointInTimeRecovery,
    })),
  ),
];

/** DynamoDB in these regions beside a relational database. */
function multiple(...regions: string[]) {
  const storages = 'scalar.db.multi_storage.storages';
  const names = regions.map((_, index) => `d${index}`);
  return withLines(
    'ledger',
    'scalar.db.storage=multi-storage',
    `${storages}=${[...names, 'b'].join(',')}`,
    `${storages}.b.storage=jdbc`,
    ...regions.flatMap((region, index) => [
      `${storages}.d${index}.storage=dynamo`,
      `${storages}.d${index}.contact_points=${region}`,
    ]),
  );
}

const trials: Trial[] = [
  {
    trap: 'recovery of every table',
    changes: tables(true, true),
    verdict: 'pass',
    says: 'point-in-time recovery of scalar.table-1 is on',
  },
  {
    trap: 'one table that was restored and lost it',
    changes: tables(true, false, true),
    verdict: 'fail',
    says: 'point-in-time recovery of scalar.table-1 is off',
  },
  {
    trap: 'no tables where the properties say that there are some',
    changes: tables(),
    verdict: 'unknown',
    says: 'no table of the side was found',
  },
  {
    trap: 'a relational database',
    verdict: 'skipped',
    says: 'no data is kept in DynamoDB',
  },
  {
    trap: 'DynamoDB among several storages',
    changes: [...tables(true), multiple(REGION)],
    verdict: 'pass',
    says: 'point-in-time recovery of scalar.table-0 is on',
  },
  {
    trap: 'DynamoDB in two regions, with tables in one of them only',
    changes: [...tables(true), multiple(REGION, 'eu-west-1')],
    verdict: 'unknown',
    says: 'no table of the side was found in eu-west-1',
  },
  {
    trap: 'several storages without a list of them',
    changes: [withLines('ledger', 'scalar.db.storage=multi-storage')],
    verdict: 'unknown',
    says: 'scalar.db.multi_storage.storages is not set',
  },
  {
    trap: 'a storage that an environment variable sets',
    changes: [withLines('ledger', 'scalar.db.storage=${env:STORAGE}')],
    verdict: 'unknown',
    says: 'is set by an environment variable',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'tables that were not read',
    changes: [DYNAMO, unreadOnLedger('tables')],
    verdict: 'unknown',
    says: 'tables was denied',
  },
];

describe('point-in-time-recovery-enabled, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(pointInTimeRecoveryEnabled, trial)).toEqual(expected(trial));
  });
});
