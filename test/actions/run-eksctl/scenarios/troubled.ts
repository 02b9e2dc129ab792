/* eslint-disable jest/no-standalone-expect -- a scenario, which a test awaits */
import { smallCluster } from '../clusterConfig.ts';
import { type Scenario, succeeded } from '../scenario.ts';
import { SMALL_WORLD, smallWorld } from '../smallWorld.ts';

const NAME = 'troubled';

export const troubled: Scenario = {
  title: 'gets through throttling and faults of AWS',
  async run(bed) {
    const tenant = await bed.tenant(NAME, smallCluster({ name: NAME }));
    const hits: (() => Promise<number>)[] = [];
    succeeded(
      await tenant.run({
        async before(session) {
          const { testbed } = bed;
          const throttle = await testbed.inject({
            match: { session },
            every: 5,
            effect: { kind: 'throttle' },
          });
          const fault = await testbed.inject({
            match: { session },
            every: 11,
            effect: { kind: 'internal' },
          });
          hits.push(throttle.hits, fault.hits);
        },
      }),
    );
    for (const count of hits) expect(await count()).toBeGreaterThan(5);
    expect(smallWorld(NAME, await tenant.world())).toEqual(SMALL_WORLD);
  },
};
