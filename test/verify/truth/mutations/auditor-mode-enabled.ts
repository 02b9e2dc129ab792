import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

export const mutations: Mutation[] = [
  {
    name: 'a line further down switches proofs off again',
    guideline: 'auditor-mode-enabled',
    apply: ({ ledger }) =>
      changeProperties(
        ledger,
        text => `${text}scalar.dl.ledger.proof.enabled=false\n`,
      ),
    expect: { 'auditor-mode-enabled/ledger': 'fail' },
    observed: 'scalar.dl.ledger.proof.enabled is',
  },
  {
    name: 'the switch for Auditor stands in a comment',
    guideline: 'auditor-mode-enabled',
    apply: ({ ledger }) =>
      changeProperties(ledger, text =>
        text.replace(
          'scalar.dl.ledger.auditor.enabled=true',
          '# scalar.dl.ledger.auditor.enabled=true',
        ),
      ),
    expect: { 'auditor-mode-enabled/ledger': 'fail' },
    observed: 'scalar.dl.ledger.auditor.enabled is not set',
  },
  {
    name: 'an environment variable decides whether there are proofs',
    guideline: 'auditor-mode-enabled',
    apply: ({ ledger }) =>
      changeProperties(ledger, text =>
        text.replace('proof.enabled=true', 'proof.enabled=${env:PROOFS}'),
      ),
    expect: { 'auditor-mode-enabled/ledger': 'unknown' },
    observed: 'is set by an environment variable',
  },
  {
    name: 'the key that signs proofs is a file that nobody mounts',
    guideline: 'auditor-mode-enabled',
    apply: ({ ledger }) =>
      changeProperties(ledger, text =>
        text.replace(
          /.*servers\.authentication\.hmac\.secret_key.*/,
          'scalar.dl.ledger.proof.private_key_path=/keys/private-key',
        ),
      ),
    expect: {
      'auditor-mode-enabled/ledger': 'fail',
      'same-authentication-method/pair': 'fail',
      // The key that is configured is not found, so nothing is known of the Secrets.
      'same-authentication-secret/pair': 'unknown',
    },
    observed: 'nothing is mounted at /keys/private-key',
  },
];
