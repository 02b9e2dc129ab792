import { generateKeyPairSync } from 'node:crypto';
import type { Verdict } from '@scalardl-on-eks/plugin-scalardl-common';
import { selfSigned } from '../../world/certificate.ts';
import type { WorldSide } from '../../world/world.ts';
import { allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';
import { changeCredentials } from '../secrets.ts';

const DAY = 24 * 3_600_000;

/** The Auditor signs with a key out of its Secret. */
async function signing(
  auditor: WorldSide,
  content: { SIGNING_KEY: string; SIGNING_CERTIFICATE?: string },
) {
  return allBack(
    await changeCredentials(auditor, content),
    await changeProperties(auditor, text =>
      text
        .replace(
          'authentication.method=hmac',
          'authentication.method=digital-signature',
        )
        .replace(
          /.*servers\.authentication\.hmac\.secret_key.*/,
          'scalar.dl.auditor.private_key_pem=${env:SIGNING_KEY}',
        ),
    ),
  );
}

/** The Ledger goes on with a shared secret, so whatever the key is, the methods differ. */
function alone(verdict: Verdict): Mutation['expect'] {
  return {
    'same-authentication-method/pair': 'fail',
    'same-authentication-secret/pair': 'skipped',
    'sound-signing-keys/auditor': verdict,
  };
}

function certified(notAfter: Date) {
  const { privateKey, certificate } = selfSigned('auditor.test', notAfter);
  return { SIGNING_KEY: privateKey, SIGNING_CERTIFICATE: certificate };
}

export const mutations: Mutation[] = [
  {
    name: 'the key is on P-384',
    guideline: 'sound-signing-keys',
    apply({ auditor }) {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
      return signing(auditor, { SIGNING_KEY: pem.toString() });
    },
    expect: alone('fail'),
    observed: 'it is an ECDSA key on P-384',
  },
  {
    name: 'the certificate of a sound key ended yesterday',
    guideline: 'sound-signing-keys',
    apply: ({ auditor }) =>
      signing(auditor, certified(new Date(Date.now() - DAY))),
    expect: alone('fail'),
    observed: 'SIGNING_CERTIFICATE ended',
  },
  {
    name: 'no Secret holds the certificate of a sound key, and those of TLS go on',
    guideline: 'sound-signing-keys',
    apply({ auditor }) {
      const { SIGNING_KEY } = certified(new Date(Date.now() + DAY));
      return signing(auditor, { SIGNING_KEY });
    },
    expect: alone('pass'),
    observed: 'when it ends is not judged',
  },
  {
    name: 'nothing: a sound key has its certificate beside it',
    guideline: 'sound-signing-keys',
    apply: ({ auditor }) =>
      signing(auditor, certified(new Date(Date.now() + DAY))),
    expect: alone('pass'),
    observed: 'it is an ECDSA key on P-256',
  },
];
