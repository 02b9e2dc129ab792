import type {
  Fact,
  LiveProbe,
  LiveProbes,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  type Health,
  HealthServer,
} from '../../testbed/kubernetes/healthServer.ts';
import { withTools } from '../../tools/withTools.ts';
import { selfSigned } from '../world/certificate.ts';
import {
  ADDRESSES,
  AUTHORITY,
  AUTHORITY_SECRET,
  IMAGE,
  NAMESPACE,
  pairFacts,
} from './facts.ts';
import { PROGRAM, ProbeBed } from './probeBed.ts';
import { asksForItsRights } from './topics/asksForItsRights.ts';
import { leavesNothingBehind } from './topics/leavesNothingBehind.ts';

const END = new Date(Date.now() + 30 * 24 * 3_600_000);

const RIGHT = selfSigned(AUTHORITY, END);
const OTHER = selfSigned(AUTHORITY, END);

const NO_TLS = { 'scalar.dl.auditor.tls.enabled': 'false' };

function told(found: Fact<LiveProbes>): LiveProbe[] {
  if (!found.ok) throw new Error(found.reason);
  return found.value.probes;
}

withTools(
  ['moto', 'kubernetes', 'kwok', 'grpc-health-probe'],
  ({ 'grpc-health-probe': program, ...tools }) => {
    describe('a probe from within a real cluster', () => {
      let bed: ProbeBed;
      let encrypted: HealthServer;
      let clear: HealthServer;

      /** Whom the Ledger's load balancer leads to, and whether the image has the program. */
      const furnish = (
        server: HealthServer | undefined,
        image: { name: string; programs?: string[] } = {
          name: IMAGE,
          programs: [PROGRAM],
        },
      ) =>
        bed.clusters.setContainers({
          images: [image],
          addresses: server
            ? Object.values(ADDRESSES).map(name => ({
                name,
                port: server.port,
              }))
            : [],
        });

      beforeAll(async () => {
        bed = await ProbeBed.start(tools, program.path);
        [encrypted, clear] = await Promise.all([
          HealthServer.start('SERVING', RIGHT),
          HealthServer.start('SERVING'),
        ]);
        await bed.apply(namespace(), authority(RIGHT.certificate));
      }, 180_000);

      beforeEach(async () => {
        encrypted.health = 'SERVING';
        clear.health = 'SERVING';
        await furnish(encrypted);
      });

      afterAll(async () => {
        await Promise.all([encrypted?.stop(), clear?.stop()]);
        await bed?.stop();
      });

      it('hears both ports serving, and has verified the certificate', async () => {
        const before = encrypted.calls;
        const probes = told(await bed.ask({ facts: pairFacts() }));
        expect(probes).toEqual([
          {
            id: `client port, ${ADDRESSES.client}`,
            port: 50051,
            tls: 'verified',
            exitCode: 0,
            message: '',
          },
          {
            id: `privileged port, ${ADDRESSES.privileged}`,
            port: 50052,
            tls: 'verified',
            exitCode: 0,
            message: '',
          },
        ]);
        expect(encrypted.calls - before).toBe(2);
      });

      it.each<[Health, number, string]>([
        ['NOT_SERVING', 4, 'service unhealthy (responded with "NOT_SERVING")'],
        ['UNIMPLEMENTED', 3, 'does not implement the grpc health protocol'],
        ['UNAVAILABLE', 3, 'code = Unavailable'],
      ])('tells a server that says %s', async (health, exitCode, message) => {
        encrypted.health = health;
        const [client] = told(await bed.ask({ facts: pairFacts() }));
        expect(client).toMatchObject({ tls: 'verified', exitCode });
        expect(client?.message).toContain(message);
      });

      it('tells a port that nobody listens on', async () => {
        await furnish(undefined);
        const [client] = told(await bed.ask({ facts: pairFacts() }));
        expect(client).toMatchObject({ exitCode: 2 });
        expect(client?.message).toContain('timeout: failed to connect');
      });

      it('tells a certificate of another authority', async () => {
        await bed.apply(authority(OTHER.certificate));
        try {
          const [client] = told(await bed.ask({ facts: pairFacts() }));
          expect(client).toMatchObject({ exitCode: 2, tls: 'verified' });
          expect(client?.message).toContain('x509: ');
        } finally {
          await bed.apply(authority(RIGHT.certificate));
        }
      });

      it('does not verify without an authority, and says so', async () => {
        const properties = { 'scalar.dl.auditor.tls.enabled': 'true' };
        const [client] = told(
          await bed.ask({ facts: pairFacts({ properties }) }),
        );
        expect(client).toMatchObject({
          tls: 'unverified',
          unverified: 'scalar.dl.auditor.tls.ca_root_cert_path names no file',
          exitCode: 0,
        });
      });

      it('calls in clear text where the Auditor does', async () => {
        const facts = pairFacts({ properties: NO_TLS });
        const [refused] = told(await bed.ask({ facts }));
        expect(refused).toMatchObject({ tls: 'none', exitCode: 2 });
        await furnish(clear);
        const [client] = told(await bed.ask({ facts }));
        expect(client).toMatchObject({ tls: 'none', exitCode: 0 });
      });

      it('does not take an image without the program for an answer', async () => {
        await furnish(encrypted, { name: IMAGE });
        const [client] = told(await bed.ask({ facts: pairFacts() }));
        expect(client).not.toHaveProperty('exitCode', expect.any(Number));
        expect(client?.message).toContain(`StartError: `);
      });

      it('does not take an image that cannot be pulled for an answer', async () => {
        await furnish(encrypted, { name: 'another' });
        const [client] = told(await bed.ask({ facts: pairFacts() }));
        expect(client).not.toHaveProperty('exitCode', expect.any(Number));
        expect(client?.message).toContain('ImagePullBackOff: Back-off');
      });

      it('says where no node takes the pod', async () => {
        const facts = pairFacts({ pod: { nodeSelector: { disk: 'none' } } });
        const [client] = told(await bed.ask({ facts, wait: 3_000 }));
        expect(client).not.toHaveProperty('exitCode', expect.any(Number));
        expect(client?.message).toContain(
          'after 3 seconds Unschedulable: 0/1 nodes are available',
        );
      });

      it('says where a quota refuses the pod', async () => {
        const admit = await bed.refusePods();
        try {
          const [client] = told(
            await bed.ask({ facts: pairFacts(), wait: 3_000 }),
          );
          expect(client?.message).toMatch(
            /after 3 seconds no pod was made: .*exceeded quota/,
          );
        } finally {
          await admit();
        }
      });

      it('is not begun where too little time is left for it', async () => {
        expect(await bed.ask({ facts: pairFacts(), left: 15_000 })).toEqual({
          ok: false,
          interrupted: true,
          reason: 'too little time was left for it (this test)',
        });
      });

      leavesNothingBehind({ bed: () => bed });
      asksForItsRights({ bed: () => bed });
    });

    function namespace(): object {
      return {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: {
          name: NAMESPACE,
          // Whatever is less than that is refused.
          labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
        },
      };
    }

    function authority(certificate: string): object {
      return {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: AUTHORITY_SECRET, namespace: NAMESPACE },
        stringData: { 'ca.crt': certificate, 'tls.key': 'not for the probe' },
      };
    }
  },
);
