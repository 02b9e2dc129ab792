import type { Mutation } from '../mutation.ts';
import { pathsOf } from '../paths.ts';
import { changeProperties } from '../properties.ts';
import { rollOutContainer } from '../rollOut.ts';

export const mutations: Mutation[] = [
  {
    name: 'the password of the database is written out',
    guideline: 'credentials-from-secrets',
    apply: ({ ledger }) =>
      changeProperties(ledger, text =>
        text.replace('${env:SCALAR_DB_PASSWORD}', 'written-out'),
      ),
    expect: { 'credentials-from-secrets/ledger': 'fail' },
    observed: 'scalar.db.password is written out',
  },
  {
    name: 'a placeholder names a variable that the Deployment writes out, although a Secret has it too',
    guideline: 'credentials-from-secrets',
    apply: ({ auditor }) =>
      rollOutContainer(auditor, pathsOf(auditor.plan).product, {
        env: [{ name: 'SCALAR_DB_PASSWORD', value: 'written-out' }],
      }),
    expect: { 'credentials-from-secrets/auditor': 'fail' },
    observed: 'which comes from the Deployment itself',
  },
  {
    name: 'nothing fills the placeholders',
    guideline: 'credentials-from-secrets',
    apply: ({ ledger }) =>
      rollOutContainer(ledger, pathsOf(ledger.plan).product, { envFrom: [] }),
    expect: {
      'credentials-from-secrets/ledger': 'fail',
      // Nobody finds the variable of the shared secret.
      'same-authentication-secret/pair': 'unknown',
    },
    observed: 'which comes from no Secret',
  },
];
