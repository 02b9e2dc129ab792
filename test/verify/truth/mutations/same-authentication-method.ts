import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

export const mutations: Mutation[] = [
  {
    name: 'the Auditor leaves the method to its default',
    guideline: 'same-authentication-method',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace('scalar.dl.auditor.authentication.method=hmac\n', ''),
      ),
    expect: {
      'same-authentication-method/pair': 'fail',
      // By signatures nobody shares a secret, and the Auditor has no key to sign with.
      'same-authentication-secret/pair': 'skipped',
      'sound-signing-keys/auditor': 'fail',
    },
    observed: 'digital-signature',
  },
];
