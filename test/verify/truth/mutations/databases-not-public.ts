import { storeInAurora } from '../aurora.ts';
import type { Mutation } from '../mutation.ts';

export const mutations: Mutation[] = [
  {
    name: 'a second instance of an Aurora cluster is public, which nobody names',
    guideline: 'databases-not-public',
    apply: ({ ledger }) =>
      storeInAurora(ledger, { retention: 7, open: [false, true] }),
    expect: { 'databases-not-public/ledger': 'fail' },
    observed: '-1 is publicly accessible',
  },
  {
    name: 'the database has a public address, and its group still admits nobody',
    guideline: 'databases-not-public',
    async apply({ auditor: { rds, database } }) {
      const open = async (PubliclyAccessible: boolean) =>
        void (await rds.modifyDBInstance({
          DBInstanceIdentifier: database.id,
          PubliclyAccessible,
          ApplyImmediately: true,
        }));
      await open(true);
      return () => open(false);
    },
    expect: { 'databases-not-public/auditor': 'fail' },
    observed: 'is publicly accessible',
  },
];
