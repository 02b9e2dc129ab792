/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import { NAMESPACE, pairFacts } from '../facts.ts';
import type { ProbeBed } from '../probeBed.ts';

const JOBS = `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`;

/** As a run that was killed leaves it, ended so many seconds ago. */
const LEFT = 'scalardl-probe-ledger-0123456789';

export function leavesNothingBehind({ bed }: { bed(): ProbeBed }): void {
  describe('leaves nothing behind', () => {
    afterEach(async () => {
      for (const name of await bed().jobs()) {
        await bed().request('DELETE', `${JOBS}/${name}`);
      }
    });

    it('when it has its answers, however often', async () => {
      for (const _ of [1, 2]) {
        expect(await bed().ask({ facts: pairFacts() })).toMatchObject({
          ok: true,
          value: expect.not.objectContaining({ left: expect.anything() }),
        });
        expect(await bed().jobs()).toEqual([]);
      }
      await eventually(async () => expect(await podsLeft()).toBe(0));
    });

    it('when the run is cancelled', async () => {
      const run = new AbortController();
      const facts = pairFacts({ pod: { nodeSelector: { disk: 'none' } } });
      const asked = bed().ask({ facts, signal: run.signal });
      await eventually(async () =>
        expect(await bed().jobs()).toEqual([
          expect.stringMatching(/^scalardl-probe-ledger-[0-9a-f]{10}$/),
        ]),
      );
      run.abort();
      expect(await asked).toEqual({
        ok: false,
        interrupted: true,
        reason: 'it was not read before the run ended',
      });
      expect(await bed().jobs()).toEqual([]);
    });

    it('of runs that were killed, once nobody looks at it any more', async () => {
      await leave(LEFT, 60);
      await leave(`${LEFT}-young`, 1);
      await leave('not-ours', 60);
      await bed().ask({ facts: pairFacts() });
      expect(await bed().jobs()).toEqual(['not-ours', `${LEFT}-young`]);
    });

    it('for longer than minutes even where it is killed', async () => {
      const run = new AbortController();
      const facts = pairFacts({ pod: { nodeSelector: { disk: 'none' } } });
      const asked = bed().ask({ facts, signal: run.signal });
      const [job] = await eventually(async () => {
        const found = await bed().request<{ items: { spec: object }[] }>(
          'GET',
          JOBS,
        );
        expect(found.items).toHaveLength(1);
        return found.items;
      });
      run.abort();
      await asked;
      expect(job?.spec).toMatchObject({
        backoffLimit: 0,
        activeDeadlineSeconds: 90,
        ttlSecondsAfterFinished: 120,
      });
    });

    async function podsLeft(): Promise<number> {
      const { items } = await bed().request<{ items: unknown[] }>(
        'GET',
        `/api/v1/namespaces/${NAMESPACE}/pods`,
      );
      return items.length;
    }

    /** A Job of a probe that failed so many seconds ago. */
    async function leave(name: string, secondsAgo: number): Promise<void> {
      await bed().apply({
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name,
          namespace: NAMESPACE,
          labels: { 'scalardl-on-eks/probe': 'ledger' },
        },
        spec: {
          suspend: true,
          template: {
            spec: {
              restartPolicy: 'Never',
              containers: [{ name: 'main', image: 'left.test/probe:1' }],
            },
          },
        },
      });
      await eventually(async () => {
        const job = await bed().request<{
          status: { conditions?: unknown[] };
        }>('GET', `${JOBS}/${name}`);
        expect(job.status.conditions).toEqual([
          expect.objectContaining({ type: 'Suspended' }),
        ]);
        const at = new Date(Date.now() - 1_000 * secondsAgo).toISOString();
        const condition = (type: string) => ({
          ...{ type, status: 'True', reason: 'Killed', message: '' },
          ...{ lastTransitionTime: at, lastProbeTime: at },
        });
        await bed().request('PUT', `${JOBS}/${name}/status`, {
          ...job,
          status: {
            startTime: at,
            failed: 1,
            conditions: ['FailureTarget', 'Failed'].map(condition),
          },
        });
      });
    }
  });
}
