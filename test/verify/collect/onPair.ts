/* eslint-disable jest/no-export, jest/valid-title -- defines tests for the files that call it */
import { type Testbed, startTestbed } from '../../testbed/startTestbed.ts';
import { withTools } from '../../tools/withTools.ts';
import { PEERING_SECONDS } from '../../testbed/peerings.ts';
import { type PairWorld, createPairWorld } from './pairWorld.ts';

/** What a test finds: one bed for the file, and on it a pair that nothing changes. */
export interface Ready {
  readonly testbed: Testbed;
  readonly world: PairWorld;
}

/** A whole pair, on a machine with other work. */
const START_MILLISECONDS = 300_000;

/** Defines tests that read one pair. Every AWS client of this process is led to the bed. */
export function onPair(title: string, define: (ready: () => Ready) => void) {
  withTools(['moto'], ({ moto }) => {
    describe(title, () => {
      const before = { ...process.env };
      let testbed: Testbed | undefined;
      let ready: Ready | undefined;

      beforeAll(async () => {
        testbed = await startTestbed(moto.path);
        await testbed.settings({ durations: { peering: PEERING_SECONDS } });
        Object.assign(process.env, await testbed.signIn('999999999999'));
        ready = { testbed, world: await createPairWorld(testbed) };
      }, START_MILLISECONDS);

      afterAll(async () => {
        process.env = before;
        await testbed?.stop();
      });

      define(() => {
        if (!ready) throw new Error('To be called while a test runs.');
        return ready;
      });
    });
  });
}
