import { storeInAurora } from '../aurora.ts';
import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

/** RDS of the Auditor's account does not show it. */
const NOT_ITS_OWN = {
  'database-backups-retained/auditor': 'unknown',
  'databases-not-public/auditor': 'unknown',
} as const;

export const mutations: Mutation[] = [
  {
    name: 'nothing: the Ledger moves to an Aurora cluster of its account',
    guideline: 'separate-databases',
    apply: ({ ledger }) =>
      storeInAurora(ledger, { retention: 1, open: [false] }),
    expect: {},
    because: 'a cluster of RDS is a database of its own',
    observed: 'are two databases of RDS',
  },
  {
    name: 'the Auditor keeps its data in another database of the Ledger’s instance',
    guideline: 'separate-databases',
    apply: ({ ledger, auditor }) =>
      changeProperties(auditor, text =>
        text.replace(auditor.database.host, ledger.database.host),
      ),
    expect: { 'separate-databases/pair': 'fail', ...NOT_ITS_OWN },
    observed: ({ ledger }) => `both sides use ${ledger.database.host}:5432`,
  },
  {
    name: 'the Ledger’s instance stands behind the Auditor’s own in its address',
    guideline: 'separate-databases',
    apply: ({ ledger, auditor }) =>
      changeProperties(auditor, text =>
        text.replace(
          auditor.database.host,
          `${auditor.database.host}:5432,${ledger.database.host}`,
        ),
      ),
    expect: { 'separate-databases/pair': 'fail', ...NOT_ITS_OWN },
    observed: ({ ledger }) => `both sides use ${ledger.database.host}:5432`,
  },
  {
    name: 'the Auditor’s database has a name of a private zone, which may lead to the Ledger’s',
    guideline: 'separate-databases',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace(auditor.database.host, 'database.payments.internal'),
      ),
    expect: { 'separate-databases/pair': 'unknown', ...NOT_ITS_OWN },
    observed: 'may be two names of one database',
  },
];
