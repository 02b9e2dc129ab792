/* eslint-disable jest/no-export, jest/no-standalone-expect, jest/valid-title -- defines tests for the files that call it */
import {
  type BuiltAction,
  buildAction,
} from '@scalardl-on-eks/action-toolkit/testing';
import { type Testbed, startTestbed } from '../../testbed/startTestbed.ts';
import { withTools } from '../../tools/withTools.ts';
import { type Pair, type PairWish, createPair } from './pair.ts';
import { policyActions } from './policy.ts';

/** What a test finds: one bed for the file, and the action as users run it. */
export interface Bed {
  readonly testbed: Testbed;
  readonly action: BuiltAction;
  pair(wish?: PairWish): Promise<Pair>;
}

/** Whole runs on a machine with other work take their time. */
const TIMEOUT = 600_000;

/** Seconds that each state of a peering lasts. */
const PEERING_SECONDS = 0.1;

/** Defines tests of the action on one bed. No call of any of them may be missing in the README's policy. */
export function onBed(title: string, define: (bed: () => Bed) => void): void {
  withTools(['moto'], ({ moto }) => {
    jest.setTimeout(TIMEOUT);
    describe(title, () => {
      let bed: Bed | undefined;
      const pairs: Pair[] = [];

      beforeAll(async () => {
        const [testbed, action] = await Promise.all([
          startTestbed(moto.path),
          buildAction('create-peering'),
        ]);
        await testbed.settings({ durations: { peering: PEERING_SECONDS } });
        bed = {
          testbed,
          action,
          async pair(wish) {
            const pair = await createPair({ testbed, action }, wish);
            pairs.push(pair);
            return pair;
          },
        };
      });

      afterAll(async () => {
        await Promise.all(pairs.map(pair => pair.remove()));
        const calls = (await bed?.testbed.calls()) ?? [];
        await bed?.testbed.stop();
        await bed?.action.remove();
        const allowed = policyActions();
        const used = calls
          .filter(({ userAgent }) => userAgent.includes('scalardl-on-eks'))
          .map(({ service, operation }) => `${service}:${operation}`);
        expect([...new Set(used)].filter(name => !allowed.has(name))).toEqual(
          [],
        );
      });

      define(() => {
        if (!bed) throw new Error('To be called while a test runs.');
        return bed;
      });
    });
  });
}
