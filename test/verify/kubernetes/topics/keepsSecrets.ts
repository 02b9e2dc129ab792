/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { type KubernetesBed, readValue } from '../kubernetesBed.ts';
import { END, NAMESPACE, PLANTED, properties } from '../manifests/product.ts';
import type { World } from './world.ts';

const CREDENTIALS = `/api/v1/namespaces/${NAMESPACE}/secrets/ledger-credentials`;

/** Every form in which a planted text could come out. */
const FORBIDDEN = Object.values(PLANTED).flatMap(text => [
  ...text.split('\n').filter(line => line.length > 30 || !text.includes('\n')),
  Buffer.from(text).toString('base64').slice(0, 60),
]);

function expectNothingPlanted(value: unknown): void {
  const text = JSON.stringify(value);
  expect(FORBIDDEN.filter(part => text.includes(part))).toEqual([]);
}

export function keepsSecrets({ bed, gate }: World): void {
  describe('of Secrets', () => {
    it('are left alone unless somebody asks for them', async () => {
      expect(readValue(await bed().collect(), 'secrets')).toBeUndefined();
    });

    it('tell what they are, and nothing of what they hold', async () => {
      const facts = await bed().collect({ readSecrets: true });
      expect(readValue(facts, 'secrets')).toEqual({
        hmacSecretDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
        signingKey: { curve: 'P-256' },
        certificates: [
          {
            id: `Secret ${NAMESPACE}/ledger-tls tls.crt`,
            notAfter: END.toISOString(),
          },
        ],
      });
      expect(FORBIDDEN.length).toBeGreaterThan(6);
      expectNothingPlanted(facts);
    });

    it('give the same digest for the same secret, and another for another', async () => {
      const digest = async () => {
        const facts = await bed().collect({ readSecrets: true });
        return readValue(facts, 'secrets')?.hmacSecretDigest;
      };
      const first = await digest();
      expect(await digest()).toBe(first);
      await setSecret(bed(), 'another-secret');
      const other = await digest();
      await setSecret(bed(), PLANTED.hmac);
      expect(other).not.toBe(first);
      expect(await digest()).toBe(first);
    });

    const HMAC = 'scalar.dl.ledger.servers.authentication.hmac.secret_key';
    const KEY_PATH = 'scalar.dl.ledger.proof.private_key_path';

    describe('with other properties', () => {
      afterAll(() => bed().apply(properties()));

      const secretsWith = async (changes: Record<string, string>) => {
        await bed().apply(properties(changes));
        return (await bed().collect({ readSecrets: true })).secrets;
      };

      it('compare a secret in the properties with one out of a Secret', async () => {
        const usual = await secretsWith({});
        expect(await secretsWith({ [HMAC]: PLANTED.hmac })).toEqual(usual);
      });

      it.each([
        [
          'a variable that nobody sets',
          { [HMAC]: '${env:NOT_SET}' },
          'Expected the variable NOT_SET of the container scalardl-ledger to come from a Secret or a ConfigMap, received none.',
        ],
        [
          'a signing key that nobody mounts',
          { [HMAC]: '', [KEY_PATH]: '/elsewhere/private-key' },
          `Expected ${KEY_PATH} (/elsewhere/private-key) to be a file that a Secret holds, received a path under which none is mounted.`,
        ],
      ])('are unread with %s', async (_, changes, reason) => {
        expect(await secretsWith(changes)).toEqual({ ok: false, reason });
      });

      it('need no signing key where a secret is shared', async () => {
        const found = await secretsWith({ [KEY_PATH]: '/elsewhere/key' });
        expect(found).toMatchObject({ ok: true });
        expect(JSON.stringify(found)).not.toContain('signingKey');
      });

      it('know the certificate of the signing key among others', async () => {
        const found = await secretsWith({
          [HMAC]: '',
          [KEY_PATH]: '/tls/tls.key',
        });
        expect(found).toMatchObject({
          value: {
            signingKey: { curve: 'P-256' },
            certificates: [{ notAfter: END.toISOString(), ofSigningKey: true }],
          },
        });
        expectNothingPlanted(found);
      });

      it('say what is wrong with a key that is none', async () => {
        expect(await secretsWith({ [KEY_PATH]: '/tls/tls.crt' })).toMatchObject(
          {
            value: {
              signingKey: { problem: 'it holds no private key in PEM' },
            },
          },
        );
      });
    });

    it('are unread where one that pods need is not there', async () => {
      const path = `/api/v1/namespaces/${NAMESPACE}/secrets/ledger-tls`;
      const { data, ...secret } = await bed().request<SecretObject>(
        'GET',
        path,
      );
      await bed().request('DELETE', path);
      const facts = await bed().collect({ readSecrets: true });
      const { name, namespace } = secret.metadata;
      await bed().apply({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name, namespace },
        data,
      });
      expect(facts.secrets).toEqual({
        ok: false,
        reason: `Expected the Secret ${NAMESPACE}/ledger-tls that pods of the product refer to, received none.`,
      });
    });

    it('stay secret where an answer is garbled', async () => {
      const { address, certificateAuthority } = gate();
      const content = Buffer.from(PLANTED.hmac).toString('base64');
      gate().meddle = ({ path }) =>
        path === CREDENTIALS
          ? { status: 200, body: `{"data": {"SHARED_SECRET": "${content}` }
          : undefined;
      const facts = await bed().collect({
        readSecrets: true,
        endpoint: { address, certificateAuthority },
      });
      expect(facts.secrets).toEqual({
        ok: false,
        reason: `GET ${CREDENTIALS} was answered by something that is no JSON.`,
      });
      expectNothingPlanted(facts);
    });
  });
}

async function setSecret(bed: KubernetesBed, value: string): Promise<void> {
  await bed.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'ledger-credentials', namespace: NAMESPACE },
    stringData: { SHARED_SECRET: value, SCALAR_DB_PASSWORD: PLANTED.password },
  });
}

interface SecretObject {
  metadata: { name: string; namespace: string };
  data: Record<string, string>;
}
