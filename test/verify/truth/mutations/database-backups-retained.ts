import { storeInAurora } from '../aurora.ts';
import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

export const mutations: Mutation[] = [
  {
    name: 'nothing: an Aurora cluster keeps backups, whatever its instance says',
    guideline: 'database-backups-retained',
    apply: ({ ledger }) =>
      storeInAurora(ledger, { retention: 7, open: [false] }),
    expect: {},
    because: 'backups of Aurora belong to the cluster',
    observed: 'keeps backups for 7 days',
  },
  {
    name: 'the database keeps backups for no day',
    guideline: 'database-backups-retained',
    async apply({ ledger: { rds, database } }) {
      const keep = async (BackupRetentionPeriod: number) =>
        void (await rds.modifyDBInstance({
          DBInstanceIdentifier: database.id,
          BackupRetentionPeriod,
          ApplyImmediately: true,
        }));
      await keep(0);
      return () => keep(7);
    },
    expect: { 'database-backups-retained/ledger': 'fail' },
    observed: 'has a backup retention period of 0 days',
  },
  {
    name: 'nothing is known of the database, because the address has a name of a private zone',
    guideline: 'database-backups-retained',
    apply: ({ ledger }) =>
      changeProperties(ledger, text =>
        text.replace(ledger.database.host, 'database.payments.internal'),
      ),
    expect: {
      'database-backups-retained/ledger': 'unknown',
      'databases-not-public/ledger': 'unknown',
      'separate-databases/pair': 'unknown',
    },
    observed: 'shows no database with the host database.payments.internal',
  },
];
