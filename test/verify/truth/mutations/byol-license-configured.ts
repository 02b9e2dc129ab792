import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

export const mutations: Mutation[] = [
  {
    name: 'a line further down empties the licence key',
    guideline: 'byol-license-configured',
    apply: ({ ledger }) =>
      changeProperties(
        ledger,
        text => `${text}scalar.dl.licensing.license_key=\n`,
      ),
    expect: { 'byol-license-configured/ledger': 'fail' },
    observed: 'scalar.dl.licensing.license_key is not set',
  },
  {
    name: 'the certificate that checks the licence is missing',
    guideline: 'byol-license-configured',
    apply: ({ auditor }) =>
      changeProperties(auditor, text =>
        text.replace(/.*license_check_cert_pem.*\n/, ''),
      ),
    expect: { 'byol-license-configured/auditor': 'fail' },
    observed: 'license_check_cert_pem or',
  },
];
