import { withTools } from '../../tools/withTools.ts';
import { EksctlBed } from './eksctlBed.ts';
import { askedFor, policyActions, usedByAws } from './policy.ts';
import type { Scenario } from './scenario.ts';
import { changes } from './scenarios/changes.ts';
import { concurrent } from './scenarios/concurrent.ts';
import { cancellation, crashes } from './scenarios/crashes.ts';
import { rolledBack, silentFailure } from './scenarios/leftovers.ts';
import { rarely } from './scenarios/rarely.ts';
import { settings } from './scenarios/settings.ts';
import { sides } from './scenarios/sides.ts';
import { troubled } from './scenarios/troubled.ts';
import { upgrade } from './scenarios/upgrade.ts';

const SCENARIOS: Scenario[] = [
  sides,
  upgrade,
  changes,
  settings,
  rarely,
  concurrent,
  ...crashes,
  cancellation,
  rolledBack,
  silentFailure,
  troubled,
];

/** Of which eksctl sleeps for most: all scenarios run at the same time. */
const TIMEOUT = 20 * 60_000;

withTools(['moto', 'eksctl', 'kubernetes', 'kwok'], tools => {
  jest.setTimeout(TIMEOUT);
  describe('run-eksctl', () => {
    const running = new Map<string, Promise<void>>();
    let bed: EksctlBed | undefined;

    beforeAll(async () => {
      const started = await EksctlBed.start({
        python: tools.moto.path,
        eksctl: tools.eksctl.path,
        kubernetes: tools.kubernetes.path,
        kwok: tools.kwok.path,
      });
      bed = started;
      for (const { title, run } of SCENARIOS) {
        const outcome = run(started);
        // Awaited by its own test only, which may be later.
        outcome.catch(() => undefined);
        running.set(title, outcome);
      }
    });
    afterAll(async () => {
      await Promise.allSettled(running.values());
      await bed?.stop();
    });

    it.each(SCENARIOS)('$title', async ({ title }) => {
      await expect(running.get(title)).resolves.toBeUndefined();
    });

    it('asks for what the policy of the README allows, and for all of that', async () => {
      const calls = (await bed?.testbed.calls()) ?? [];
      const reads = askedFor(calls, false);
      const writes = askedFor(calls, true);
      const rare = policyActions('Sometimes').filter(name => !usedByAws(name));
      const allowed = ['Read', 'Change'].flatMap(policyActions);
      expect([...reads, ...writes].sort()).toEqual(
        [...allowed, ...rare].sort(),
      );
      expect(reads).toEqual(expect.arrayContaining(policyActions('Read')));
      expect(writes).toEqual(expect.arrayContaining(policyActions('Change')));
    });

    it('lets CloudFormation make what the stacks hold', () => {
      const allowed = policyActions('ThroughCloudFormation');
      expect(allowed).toEqual(expect.arrayContaining(bed?.made ?? []));
    });
  });
});
