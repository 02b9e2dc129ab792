/* eslint-disable jest/no-export, jest/valid-title -- defines tests for the files that call it */
import { dirname } from 'node:path';
import { startTestbed, type Testbed } from '../../testbed/startTestbed.ts';
import { withTools } from '../../tools/withTools.ts';
import { healthyWorld } from '../world/healthyWorld.ts';
import { admitReader } from './admitReader.ts';
import { Judge } from './judge/judge.ts';
import type { HealthyWorld } from './tryMutation.ts';

export interface WorldOptions {
  /** Whether every judgement of the file reads Secrets, and the read roles may. */
  readonly readSecrets?: boolean;
  /** Whether pods may really run the program of probes. */
  readonly probe?: boolean;
}

/** Where the product's images have the program of probes. */
export const PROGRAM = '/usr/local/bin/grpc_health_probe';

/** A world is built in seconds; on a machine that runs every test at once it takes minutes. */
const TIMEOUT_MILLISECONDS = 10 * 60_000;

/** Defines tests on one world, which every test leaves as it found it. */
export function onWorld(
  title: string,
  define: (ready: () => HealthyWorld) => void,
  { readSecrets = false, probe = false }: WorldOptions = {},
): void {
  const names = [
    ...(['moto', 'kubernetes', 'kwok'] as const),
    ...(probe ? (['grpc-health-probe'] as const) : []),
  ];
  withTools(names, ({ moto, kubernetes, kwok, ...others }) => {
    jest.setTimeout(TIMEOUT_MILLISECONDS);
    describe(title, () => {
      let testbed: Testbed | undefined;
      let ready: HealthyWorld | undefined;

      beforeAll(async () => {
        testbed = await startTestbed(moto.path, {
          kubernetes: dirname(kubernetes.path),
          kwok: kwok.path,
          programs: probe
            ? { [PROGRAM]: others['grpc-health-probe'].path }
            : {},
        });
        const world = await healthyWorld(testbed);
        await Promise.all(
          [world.ledger, world.auditor].map(side =>
            admitReader(side, readSecrets),
          ),
        );
        // The read roles are taken on by somebody outside both accounts, as by the role of a workflow.
        const judge = await Judge.start({
          ...(await testbed.signIn('999999999999')),
          AWS_REGION: world.ledger.place.region,
        });
        const healthy = await judge.judge(world, { readSecrets });
        ready = { world, judge, healthy, readSecrets };
      });
      afterAll(async () => {
        ready?.world.close();
        await ready?.judge.stop();
        await testbed?.stop();
      });

      define(() => {
        if (!ready) throw new Error('To be called while a test runs.');
        return ready;
      });
    });
  });
}
