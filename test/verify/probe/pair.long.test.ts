import {
  type BuiltAction,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReadProfiles } from '../action/readProfiles.ts';
import { addObjects } from '../truth/change.ts';
import { differences, verdictsOf } from '../truth/judge/verdicts.ts';
import { onWorld, PROGRAM } from '../truth/onWorld.ts';
import { until } from '../world/waiting.ts';
import { PRODUCT_VERSION } from '../world/sidePlan.ts';
import type { Manifest } from '../world/resources.ts';
import type { World, WorldSide } from '../world/world.ts';
import { admitProbe } from './admitProbe.ts';
import { OpenBalancers, addressOf } from './openBalancers.ts';

const GUIDELINE = 'health-checks-answered';

const BOTH = {
  [`${GUIDELINE}/ledger`]: 'pass',
  [`${GUIDELINE}/auditor`]: 'pass',
};

onWorld(
  'a pair that is probed',
  ready => {
    let balancers: OpenBalancers;

    beforeAll(async () => {
      const { world } = ready();
      await Promise.all([world.ledger, world.auditor].map(admitProbe));
      balancers = await OpenBalancers.open(world);
    });
    afterEach(async () => {
      await balancers.listen();
      balancers.says(addressOf(ready().world.auditor, 'client'), 'SERVING');
    });
    afterAll(() => balancers?.close());

    /** What differs from the pair without probes, and what the guideline says. */
    async function probed() {
      const { world, judge, healthy } = ready();
      const judged = await judge.judge(world, { probe: true });
      const said = judged.results.filter(
        ({ guideline }) => guideline === GUIDELINE,
      );
      return {
        changed: differences(verdictsOf(healthy), verdictsOf(judged)),
        evidence: JSON.stringify(said),
      };
    }

    const jobs = ({ kube, plan }: WorldSide) =>
      kube.list(`/apis/batch/v1/namespaces/${plan.namespace}/jobs`);

    async function jobsOfBoth() {
      const { ledger, auditor } = ready().world;
      return (await Promise.all([jobs(ledger), jobs(auditor)])).flat();
    }

    it('answers both ways, changes no other verdict, and keeps no Job', async () => {
      for (const _ of ['first', 'second']) {
        const { changed, evidence } = await probed();
        expect(changed).toEqual(BOTH);
        expect(evidence).toContain('is serving (TLS, certificate verified)');
        expect(evidence).toContain(
          'certificate not verified, because the properties of Ledger name no authority',
        );
        expect(await jobsOfBoth()).toEqual([]);
      }
    });

    it('fails where a port of the Ledger takes no connection', async () => {
      const closed = addressOf(ready().world.ledger, 'privileged');
      await balancers.listen(closed);
      const { changed, evidence } = await probed();
      expect(changed).toEqual({ ...BOTH, [`${GUIDELINE}/auditor`]: 'fail' });
      expect(evidence).toContain(`${closed} takes no connection`);
    });

    it('fails where a port of the Auditor is not serving', async () => {
      const address = addressOf(ready().world.auditor, 'client');
      balancers.says(address, 'NOT_SERVING');
      const { changed, evidence } = await probed();
      expect(changed).toEqual({ ...BOTH, [`${GUIDELINE}/ledger`]: 'fail' });
      expect(evidence).toContain(`${address} is not serving`);
    });

    it('takes the Job of another run for no application', async () => {
      const { world, judge, healthy } = ready();
      const undo = await addObjects(world.ledger.kube, jobOfOthers(world));
      try {
        const judged = await judge.judge(world);
        expect(differences(verdictsOf(healthy), verdictsOf(judged))).toEqual(
          {},
        );
        expect(JSON.stringify(judged.results)).toContain(
          'to probe the connection',
        );
      } finally {
        await undo();
      }
    });

    describe('by the built action', () => {
      let action: BuiltAction;
      let directory: string;

      beforeAll(async () => {
        action = await buildAction('verify-guidelines');
        directory = await mkdtemp(join(tmpdir(), 'scalardl-probe-'));
      });
      afterAll(async () => {
        await action?.remove();
        await rm(directory, { recursive: true });
      });

      it.each(['SIGINT', 'SIGTERM'] as const)(
        'leaves no Job where it is cancelled by %s',
        async signal => {
          const { world } = ready();
          const credentials = join(directory, 'credentials');
          await writeReadProfiles(world, credentials);
          await writeFile(join(directory, 'scalardl.yaml'), world.environment);
          // So that the Job of the Auditor waits for a while.
          await balancers.listen(addressOf(world.ledger, 'client'));
          const when = until(jobsOfBoth, found => found.length > 0);
          const step = await action.asStep({
            directory,
            inputs: {
              stage: 'live',
              probe: 'true',
              'ledger-profile': 'ledger',
              'auditor-profile': 'auditor',
            },
            env: {
              AWS_ENDPOINT_URL: world.testbed.url,
              AWS_SHARED_CREDENTIALS_FILE: credentials,
            },
            today: true,
            interruption: { when, signal },
          });
          expect((await when).length).toBeGreaterThan(0);
          expect(step.exitCode).toBe(1);
          expect(await jobsOfBoth()).toEqual([]);
        },
      );
    });
  },
  { probe: true },
);

/** As another run has it in the Ledger's cluster, before its pod. */
function jobOfOthers({ ledger }: World): Manifest {
  const labels = { 'scalardl-on-eks/probe': 'auditor' };
  const { namespace } = ledger.plan;
  const image = `ghcr.io/scalar-labs/scalardl-ledger-byol:${PRODUCT_VERSION}`;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'scalardl-probe-auditor-others', namespace, labels },
    spec: {
      suspend: true,
      template: {
        metadata: { labels },
        spec: {
          restartPolicy: 'Never',
          containers: [{ name: 'port-0', image, command: [PROGRAM] }],
        },
      },
    },
  };
}
