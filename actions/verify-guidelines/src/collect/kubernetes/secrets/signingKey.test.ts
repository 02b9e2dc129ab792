import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describeSigningKey } from './signingKey';

const P256 = ecKey('P-256');

const PARAMETERS =
  '-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n';

function ecKey(namedCurve: string): KeyObject {
  return generateKeyPairSync('ec', { namedCurve }).privateKey;
}

function pem(key: KeyObject, type: 'sec1' | 'pkcs8' | 'pkcs1' = 'pkcs8') {
  return key.export({ type, format: 'pem' }).toString();
}

describe('describeSigningKey', () => {
  it.each([
    ['in the form of PKCS 8', pem(P256)],
    ['in the form of SEC 1', pem(P256, 'sec1')],
    ['behind a block of parameters', PARAMETERS + pem(P256, 'sec1')],
    ['with its lines written as \\n', pem(P256).replaceAll('\n', '\\n')],
  ])('takes a key on P-256 %s', (_, text) => {
    expect(describeSigningKey(text)).toEqual({ curve: 'P-256' });
  });

  it.each([
    [
      'on another curve',
      pem(ecKey('P-384')),
      { curve: 'P-384', problem: 'it is an ECDSA key on P-384' },
    ],
    [
      'of RSA',
      pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
      { problem: 'it is a key of type rsa' },
    ],
    [
      'of Ed25519',
      pem(generateKeyPairSync('ed25519').privateKey),
      { problem: 'it is a key of type ed25519' },
    ],
    [
      'that is encrypted',
      P256.export({
        ...{ type: 'pkcs8', format: 'pem' },
        ...{ cipher: 'aes-256-cbc', passphrase: 'word' },
      }).toString(),
      { problem: 'its private key cannot be read, or is encrypted' },
    ],
    [
      'that is damaged',
      pem(P256).replace(/\n[A-Za-z0-9+/]{8}/, '\nAAAAAAAA'),
      { problem: 'its private key cannot be read, or is encrypted' },
    ],
    [
      'that is none',
      'secret text',
      { problem: 'it holds no private key in PEM' },
    ],
  ])('says what is wrong with a key %s', (_, text, described) => {
    expect(describeSigningKey(text)).toEqual(described);
  });
});
