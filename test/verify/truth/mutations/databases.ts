import { allBack } from '../change.ts';
import { createTables } from '../dynamo.ts';
import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { addPrivateZone, cname } from '../privateZone.ts';
import { changeProperties } from '../properties.ts';
import { rollOutPods } from '../rollOut.ts';
import type { World, WorldSide } from '../../world/world.ts';

const NAME = 'database.payments.internal';

/** RDS of the Auditor's account does not show it. */
const NOT_ITS_OWN = {
  'database-backups-retained/auditor': 'unknown',
  'databases-not-public/auditor': 'unknown',
} as const;

/** The Auditor's database has a name of a private zone, which leads to this host. */
async function byPrivateName(world: World, host: string) {
  const { auditor } = world;
  return allBack(
    await addPrivateZone(world, auditor, {
      name: 'payments.internal',
      records: [cname(NAME, host)],
    }),
    await changeProperties(auditor, text =>
      text.replace(auditor.database.host, NAME),
    ),
  );
}

/** The Auditor's data is in DynamoDB, and what it locks in its relational database. */
function inBoth(side: WorldSide) {
  const storages = 'scalar.db.multi_storage.storages';
  return changeProperties(side, text =>
    text
      .replace('scalar.db.storage=jdbc', 'scalar.db.storage=multi-storage')
      .replace(
        /scalar\.db\.contact_points=(.*)/,
        [
          `${storages}=tables,rows`,
          `${storages}.tables.storage=dynamo`,
          `${storages}.tables.contact_points=${side.place.region}`,
          `${storages}.rows.storage=jdbc`,
          `${storages}.rows.contact_points=$1`,
          'scalar.db.multi_storage.namespace_mapping=auditor:tables',
          'scalar.db.multi_storage.default_storage=rows',
        ].join('\n'),
      ),
  );
}

async function withTables(
  side: WorldSide,
  tables: Readonly<Record<string, boolean>>,
) {
  return allBack(await createTables(side, tables), await inBoth(side));
}

export const mutations: Mutation[] = [
  {
    name: 'nothing: the Auditor’s database has a name of a private zone, which leads to its own',
    guideline: 'separate-databases',
    apply: world => byPrivateName(world, world.auditor.database.host),
    expect: {},
    because: 'the zone says which database it is',
    observed: 'are two databases of RDS',
  },
  {
    name: 'the Auditor’s database has a name of its own, which leads to the Ledger’s',
    guideline: 'separate-databases',
    apply: world => byPrivateName(world, world.ledger.database.host),
    expect: { 'separate-databases/pair': 'fail', ...NOT_ITS_OWN },
    observed: 'are two names of',
  },
  {
    name: 'the pods have an entry of their own for the database, so that it is another one',
    guideline: 'separate-databases',
    apply: ({ auditor }) =>
      rollOutPods(auditor, pathsOf(auditor.plan).product, {
        hostAliases: [{ ip: '10.250.0.9', hostnames: [auditor.database.host] }],
      }),
    expect: { 'separate-databases/pair': 'unknown', ...NOT_ITS_OWN },
    observed: 'hostAliases of Pod',
  },
  {
    name: 'one table of several storages was restored, and lost its recovery by that',
    guideline: 'point-in-time-recovery-enabled',
    apply: ({ auditor }) =>
      withTables(auditor, {
        'auditor.asset': true,
        'auditor.asset_lock': false,
      }),
    expect: {
      'pause-job-for-backups/auditor': 'fail',
      'point-in-time-recovery-enabled/auditor': 'fail',
    },
    observed: 'point-in-time recovery of auditor.asset_lock is off',
  },
  {
    name: 'nothing: every table among several storages recovers',
    guideline: 'point-in-time-recovery-enabled',
    apply: ({ auditor }) => withTables(auditor, { 'auditor.asset': true }),
    expect: {
      'pause-job-for-backups/auditor': 'fail',
      'point-in-time-recovery-enabled/auditor': 'pass',
    },
    observed: 'point-in-time recovery of auditor.asset is on',
  },
];
