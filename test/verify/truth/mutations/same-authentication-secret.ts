import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';
import { changeCredentials } from '../secrets.ts';

export const mutations: Mutation[] = [
  {
    name: 'the Secrets of both sides hold two values under one name',
    guideline: 'same-authentication-secret',
    apply: ({ auditor }) =>
      changeCredentials(auditor, { SCALAR_DL_HMAC_SECRET_KEY: 'another one' }),
    expect: { 'same-authentication-secret/pair': 'fail' },
    observed: 'the digests of both differ',
  },
  {
    name: 'the variable of the shared secret comes from nowhere',
    guideline: 'same-authentication-secret',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace('SCALAR_DL_HMAC_SECRET_KEY', 'HMAC_SECRET_KEY'),
      ),
    expect: { 'same-authentication-secret/pair': 'unknown' },
    observed: 'Expected the variable HMAC_SECRET_KEY',
  },
];
