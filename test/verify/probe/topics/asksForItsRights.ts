/* eslint-disable jest/no-export -- a topic of the suite that calls it */
import { parseAllDocuments } from 'yaml';
import type { Fact, LiveProbes } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  PROBE_RIGHTS,
  type ProbeRight,
} from '@scalardl-on-eks/verify-guidelines/src/collect/kubernetes/probe';
import { probeRole } from '@scalardl-on-eks/verify-guidelines/src/policy/probeRole';
import { eventually } from '../../../testbed/kubernetes/eventually.ts';
import { NAMESPACE, pairFacts } from '../facts.ts';
import type { ProbeBed } from '../probeBed.ts';

/** What somebody with all rights but one is told. */
const LACKING: Readonly<Record<string, unknown>> = {
  'create jobs': refused('create'),
  'list jobs': refused('list'),
  'list pods': refused('list'),
  'delete jobs': leaving('cannot delete resource "jobs"'),
  // What was deleted is looked for.
  'get jobs': leaving('cannot get resource "jobs"'),
};

function refused(verb: string) {
  const why = `cannot ${verb} resource`;
  return { ok: false, reason: expect.stringContaining(why) };
}

function leaving(why: string) {
  return {
    ok: true,
    value: expect.objectContaining({
      left: expect.stringMatching(
        new RegExp(
          `Job ${NAMESPACE}/scalardl-probe-\\S+ could not be removed.*${why}`,
        ),
      ),
    }),
  };
}

export function asksForItsRights({ bed }: { bed(): ProbeBed }): void {
  describe('somebody who has the Role of the README', () => {
    let token: string;

    beforeAll(async () => {
      await bed().apply({
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'verifier', namespace: NAMESPACE },
      });
      token = await bed().tokenOf('verifier');
    });

    afterEach(async () => {
      const jobs = `/apis/batch/v1/namespaces/${NAMESPACE}/jobs`;
      for (const name of await bed().jobs()) {
        await bed().request('DELETE', `${jobs}/${name}`);
      }
    });

    const ask = (): Promise<Fact<LiveProbes>> =>
      bed().ask({ facts: pairFacts(), token });

    it('is told everything, and without it nothing', async () => {
      expect(await ask()).toMatchObject(refused('list'));
      await allow(PROBE_RIGHTS);
      await eventually(async () =>
        expect(await ask()).toMatchObject({
          ok: true,
          value: { probes: [{ exitCode: 0 }, { exitCode: 0 }] },
        }),
      );
      expect(await bed().jobs()).toEqual([]);
    });

    it.each(
      PROBE_RIGHTS.filter(({ resource }) => resource !== 'events').map(
        right => [titleOf(right), right] as const,
      ),
    )('needs the right to %s', async (title, right) => {
      await allow(PROBE_RIGHTS.filter(one => one !== right));
      await eventually(async () =>
        expect(await ask()).toMatchObject(LACKING[title] as object),
      );
    });

    it('needs the right to list events to tell why there is no pod', async () => {
      const admit = await bed().refusePods();
      try {
        await allow(PROBE_RIGHTS.filter(one => one.resource !== 'events'));
        await eventually(async () =>
          expect(
            await bed().ask({ facts: pairFacts(), token, wait: 1_500 }),
          ).toMatchObject({
            ok: true,
            value: {
              probes: expect.arrayContaining([
                expect.objectContaining({
                  message: 'after 2 seconds no pod was made',
                }),
              ]),
            },
          }),
        );
      } finally {
        await admit();
      }
    });

    async function allow(rights: readonly ProbeRight[]): Promise<void> {
      const text = probeRole(rights, {
        name: 'scalardl-probe',
        namespace: NAMESPACE,
        group: `system:serviceaccounts:${NAMESPACE}`,
      });
      await bed().apply(
        ...parseAllDocuments(text).map(one => one.toJS() as object),
      );
    }
  });
}

function titleOf({ verb, resource }: ProbeRight): string {
  return `${verb} ${resource}`;
}
