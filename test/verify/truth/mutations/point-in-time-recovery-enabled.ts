import type { Verdict } from '@scalardl-on-eks/plugin-scalardl-common';
import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import { createTables, storeInDynamo } from '../dynamo.ts';
import type { Mutation } from '../mutation.ts';

async function inDynamo(
  side: WorldSide,
  tables: Readonly<Record<string, boolean>>,
) {
  return allBack(await createTables(side, tables), await storeInDynamo(side));
}

/** Without a relational database there is none to judge, and nothing pauses the product for backups. */
function withoutRelational(verdict: Verdict): Mutation['expect'] {
  return {
    'database-backups-retained/auditor': 'skipped',
    'databases-not-public/auditor': 'skipped',
    'pause-job-for-backups/auditor': 'fail',
    'point-in-time-recovery-enabled/auditor': verdict,
  };
}

export const mutations: Mutation[] = [
  {
    name: 'one of the tables was restored, and lost its recovery by that',
    guideline: 'point-in-time-recovery-enabled',
    apply: ({ auditor }) =>
      inDynamo(auditor, {
        'auditor.asset': true,
        'auditor.asset_lock': false,
      }),
    expect: withoutRelational('fail'),
    observed: 'point-in-time recovery of auditor.asset_lock is off',
  },
  {
    name: 'nothing: every table of the side recovers, and somebody else’s does not',
    guideline: 'point-in-time-recovery-enabled',
    apply: ({ auditor }) =>
      inDynamo(auditor, { 'auditor.asset': true, 'shop.orders': false }),
    expect: withoutRelational('pass'),
    observed: 'point-in-time recovery of auditor.asset is on',
  },
  {
    name: 'the account has no tables of the side, so they are somewhere else',
    guideline: 'point-in-time-recovery-enabled',
    apply: ({ auditor }) => inDynamo(auditor, { 'shop.orders': true }),
    expect: withoutRelational('unknown'),
    observed: 'no table of the side was found',
  },
];
