/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { smallCluster } from '../clusterConfig.ts';
import { changedNothing, type Scenario, succeeded } from '../scenario.ts';
import { SMALL_WORLD, smallWorld } from '../smallWorld.ts';

const NAME = 'concurrent';

/** Seconds until nobody is taken to be at work: more than eksctl's longest pause of two minutes. */
const QUIET = '240';

export const concurrent: Scenario = {
  title: 'waits for another run, and finds nothing to do after it',
  async run(bed) {
    const tenant = await bed.tenant(NAME, smallCluster({ name: NAME }));
    const begun = tenant.run();
    // Once the first one is at work.
    await stackAppears(() => tenant.world().then(({ stacks }) => stacks));
    const second = tenant.run({ inputs: { 'quiet-period': QUIET } });
    succeeded(await begun);
    const waited = succeeded(await second);
    changedNothing(waited);
    expect(waited.outputs.changed).toBe('false');
    expect(waited.stdout).toContain('Waiting: stack eksctl-concurrent-cluster');
    expect(smallWorld(NAME, await tenant.world())).toEqual(SMALL_WORLD);
  },
};

async function stackAppears(list: () => Promise<string[]>): Promise<void> {
  while ((await list()).length === 0) {
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
