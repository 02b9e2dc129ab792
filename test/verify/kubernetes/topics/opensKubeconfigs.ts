/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openKubeconfig } from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes/openKubeconfig';
import { ADMINISTRATOR } from '../../../testbed/kubernetes/callCluster.ts';
import { selfSigned } from '../../world/certificate.ts';
import { readValue, unreadFacts } from '../kubernetesBed.ts';
import type { World } from './world.ts';

const OPTIONS = {
  aws: { region: 'eu-central-1' },
  deadline: { at: Date.now() + 600_000, setBy: 'this test' },
};

export function opensKubeconfigs({ bed, gate }: World): void {
  describe('through a kubeconfig', () => {
    let folder: string;

    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'kubeconfig-'));
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    /** The path of a kubeconfig with one context, whose files stand beside it. */
    const write = (cluster: object, user: object) => {
      const path = join(folder, 'config');
      const context = { name: 'pay', context: { cluster: 'pay', user: 'me' } };
      writeFileSync(
        path,
        stringify({
          apiVersion: 'v1',
          kind: 'Config',
          'current-context': 'pay',
          contexts: [context],
          clusters: [{ name: 'pay', cluster }],
          users: [{ name: 'me', user }],
        }),
      );
      return path;
    };
    const gateCluster = () => ({
      server: gate().address,
      'certificate-authority-data': gate().certificateAuthority,
    });

    it('are read with its token', async () => {
      writeFileSync(
        join(folder, 'ca.crt'),
        Buffer.from(bed().cluster.certificateAuthority, 'base64'),
      );
      const path = write(
        { server: bed().cluster.endpoint, 'certificate-authority': 'ca.crt' },
        { token: ADMINISTRATOR },
      );
      const reader = await openKubeconfig({ path, context: 'pay' }, OPTIONS);
      const facts = await bed().collect({ reader });
      expect(unreadFacts(facts)).toEqual([]);
      expect(readValue(facts, 'nodes')).toHaveLength(3);
    });

    it('are read under the path that its server has', async () => {
      const { address, certificateAuthority } = gate();
      gate().meddle = ({ path }) =>
        path.startsWith('/k8s/clusters/c-1/api/v1/namespaces')
          ? { status: 200, body: '{"items": []}' }
          : undefined;
      const path = write(
        {
          server: `${address}/k8s/clusters/c-1/`,
          'certificate-authority-data': certificateAuthority,
        },
        { token: ADMINISTRATOR },
      );
      const reader = await openKubeconfig({ path }, OPTIONS);
      const facts = await bed().collect({ reader });
      expect(readValue(facts, 'namespaces')).toEqual([]);
      expect(facts.nodes).toMatchObject({ ok: false });
    });

    it('are asked for with its client certificate and without a token', async () => {
      const { certificate, privateKey } = selfSigned(
        'verifier',
        new Date(Date.now() + 3_600_000),
      );
      writeFileSync(join(folder, 'client.key'), privateKey);
      const path = write(gateCluster(), {
        'client-certificate-data': Buffer.from(certificate).toString('base64'),
        'client-key': 'client.key',
      });
      const reader = await openKubeconfig({ path }, OPTIONS);
      await bed().collect({ reader });
      expect(gate().calls[0]).toMatchObject({
        certificate: 'verifier',
        authorization: undefined,
      });
    });

    it('are asked for with a token of AWS where it would have one made by aws', async () => {
      const path = write(gateCluster(), {
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1beta1',
          command: 'aws',
          args: [
            ...['--region', 'eu-west-1', 'eks', 'get-token'],
            ...['--cluster-name', 'pay-ledger', '--output', 'json'],
          ],
        },
      });
      const before = { ...process.env };
      process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
      process.env.AWS_SECRET_ACCESS_KEY = 'example';
      delete process.env.AWS_SESSION_TOKEN;
      try {
        const reader = await openKubeconfig({ path }, OPTIONS);
        await bed().collect({ reader });
      } finally {
        process.env = before;
      }
      const [, encoded = ''] =
        gate().calls[0]?.authorization?.split('k8s-aws-v1.') ?? [];
      const url = new URL(Buffer.from(encoded, 'base64url').toString());
      expect(url.host).toBe('sts.eu-west-1.amazonaws.com');
      expect(url.searchParams.get('X-Amz-Credential')).toMatch(
        /^AKIDEXAMPLE\//,
      );
    });
  });
}
