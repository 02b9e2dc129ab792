import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EKS } from '@aws-sdk/client-eks';
import { withTools } from '../../tools/withTools';
import { clientOptions, present, type Place } from '../awsClients';
import { startTestbed, type Testbed } from '../startTestbed';
import { bearerToken } from './bearerToken';
import { callAs } from './callAs';
import { certificateFile } from './certificates';
import { leftovers } from './leftovers';
import { runEksctl, type Ended } from './runEksctl';

const REGION = 'ap-northeast-1';
/** eksctl waits two minutes for a control plane and half a minute for every stack, whatever AWS does. */
const MINUTES = 60_000;
const SIDES = {
  ledger: { account: '111111111111', region: REGION },
  auditor: { account: '222222222222', region: REGION },
} satisfies Record<string, Place>;
type Side = keyof typeof SIDES;

withTools(
  ['moto', 'eksctl', 'kubernetes', 'kwok'],
  ({ moto, eksctl, kubernetes, kwok }) => {
    describe('the real eksctl', () => {
      const folder = mkdtempSync(join(tmpdir(), 'testbed-eksctl-'));
      let testbed: Testbed;
      const env: Partial<Record<Side, Record<string, string>>> = {};

      beforeAll(async () => {
        testbed = await startTestbed(moto.path, {
          kubernetes: dirname(kubernetes.path),
          kwok: kwok.path,
        });
        await testbed.callers({ inside: true });
        for (const side of ['ledger', 'auditor'] as const) {
          env[side] = {
            ...(await testbed.signIn(SIDES[side].account)),
            SSL_CERT_FILE: certificateFile(testbed.url),
            HOME: folder,
          };
        }
      }, 3 * MINUTES);

      afterAll(async () => {
        await testbed?.stop();
        rmSync(folder, { recursive: true });
      });

      const config = (side: Side) => join(folder, `${side}.yaml`);
      const run = (side: Side, command: string, ...more: string[]) =>
        runEksctl(
          eksctl.path,
          [...command.split(' '), '-f', config(side), ...more],
          present(env[side]),
        );
      const both = (work: (side: Side) => Promise<Ended>) =>
        Promise.all([work('ledger'), work('auditor')]);

      /** The rendered config, with what the test changes in it. */
      function write(side: Side, change = (text: string) => text): void {
        const golden = join(
          import.meta.dirname,
          `../../golden/small/clusters/${side}.yaml`,
        );
        writeFileSync(config(side), change(readFileSync(golden, 'utf8')));
      }
      const older = (text: string) => text.replace('"1.35"', '"1.34"');

      async function cluster(side: Side) {
        const client = new EKS(await clientOptions(testbed, SIDES[side]));
        const { cluster: found } = await client.describeCluster({
          name: `small-${side}`,
        });
        return present(found);
      }

      /** As Kubernetes itself lists them, to the caller who created the cluster. */
      async function nodes(side: Side) {
        const token = bearerToken({
          url: testbed.url,
          env: present(env[side]),
          cluster: `small-${side}`,
        });
        const { body } = await callAs(
          token,
          await cluster(side),
          '/api/v1/nodes',
        );
        return (body as NodeList).items.map(({ metadata, status }) => ({
          group: metadata.labels['alpha.eksctl.io/nodegroup-name'],
          zone: metadata.labels['topology.kubernetes.io/zone'],
          ready: status.conditions.find(({ type }) => type === 'Ready')?.status,
        }));
      }

      const ready = (group: string) =>
        ['a', 'c', 'd'].map(zone => ({
          group,
          zone: `${REGION}${zone}`,
          ready: 'True',
        }));

      it(
        'creates both sides at once',
        async () => {
          write('ledger', older);
          write('auditor');
          const ended = await both(side =>
            run(side, 'create cluster --write-kubeconfig=false'),
          );
          expect(ended).toMatchObject([
            { code: 0, output: expect.stringContaining('is ready') },
            { code: 0, output: expect.stringContaining('is ready') },
          ]);
          expect(await nodes('ledger')).toEqual(
            expect.arrayContaining(ready('ledger-v1-5842c3e7')),
          );
          expect(await nodes('auditor')).toEqual(
            expect.arrayContaining(ready('auditor-v1-5842c3e7')),
          );
          expect(await cluster('ledger')).toMatchObject({
            version: '1.34',
            resourcesVpcConfig: {
              endpointPublicAccess: false,
              endpointPrivateAccess: true,
            },
          });
        },
        15 * MINUTES,
      );

      it(
        'upgrades one side and replaces the machines of the other',
        async () => {
          write('ledger');
          write('auditor', text => text.replace('auditor-v1', 'auditor-v2'));
          const [upgraded, replaced] = await Promise.all([
            run('ledger', 'upgrade cluster --approve'),
            run('auditor', 'create nodegroup').then(created =>
              created.code === 0
                ? run(
                    'auditor',
                    'delete nodegroup --only-missing --approve --wait',
                  )
                : created,
            ),
          ]);
          expect(upgraded).toMatchObject({ code: 0 });
          expect(await cluster('ledger')).toMatchObject({
            version: '1.35',
            status: 'ACTIVE',
          });
          expect(replaced).toMatchObject({ code: 0 });
          const machines = await nodes('auditor');
          expect(machines).toHaveLength(3);
          expect(machines).toEqual(
            expect.arrayContaining(ready('auditor-v2-5842c3e7')),
          );
        },
        6 * MINUTES,
      );

      it(
        'leaves nothing of either side',
        async () => {
          const ended = await both(side =>
            run(side, 'delete cluster --wait --disable-nodegroup-eviction'),
          );
          expect(ended).toMatchObject([{ code: 0 }, { code: 0 }]);
          expect(await leftovers(testbed, SIDES.ledger)).toEqual({});
          expect(await leftovers(testbed, SIDES.auditor)).toEqual({});
        },
        8 * MINUTES,
      );
    });
  },
);

interface NodeList {
  items: {
    metadata: { labels: Record<string, string> };
    status: { conditions: { type: string; status: string }[] };
  }[];
}
