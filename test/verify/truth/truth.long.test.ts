import { guidelines } from '@scalardl-on-eks/plugin-scalardl-common';
import { autoscalerStatus } from '../world/manifests/clusterAutoscaler.ts';
import type { World } from '../world/world.ts';
import { PAIRS } from '../worlds/pairs.ts';
import { differences, type ResultKey, verdictsOf } from './judge/verdicts.ts';
import { readMutations } from './mutations.ts';
import { onWorld } from './onWorld.ts';
import { tryMutation } from './tryMutation.ts';

const MUTATIONS = readMutations();

/** After so many mutations the world is looked at as a whole. */
const PER_BATCH = 25;

const batches = Array.from(
  { length: Math.ceil(MUTATIONS.length / PER_BATCH) },
  (_, index) => MUTATIONS.slice(index * PER_BATCH, (index + 1) * PER_BATCH),
);

const ONE_DATABASE =
  'all data is in one relational database (jdbc), which backs itself up consistently';
const SHARED_SECRET = 'off, because the side authenticates by hmac';

const NOT_PROBED = 'off, because probe is not set';

/** What does not exist in the healthy world, in the order in which a report lists it. */
const SKIPPED: Readonly<Record<ResultKey, string>> = {
  'health-checks-answered/ledger': NOT_PROBED,
  'health-checks-answered/auditor': NOT_PROBED,
  'marketplace-resource-limits/ledger':
    'the product runs with an own licence key',
  'marketplace-resource-limits/auditor':
    'the product runs with an own licence key',
  'pause-job-for-backups/ledger': ONE_DATABASE,
  'pause-job-for-backups/auditor': ONE_DATABASE,
  'point-in-time-recovery-enabled/ledger': 'no data is kept in DynamoDB',
  'point-in-time-recovery-enabled/auditor': 'no data is kept in DynamoDB',
  'sound-signing-keys/ledger': SHARED_SECRET,
  'sound-signing-keys/auditor': SHARED_SECRET,
};

onWorld(
  'the live judgement',
  ready => {
    it('finds nothing wrong in a healthy world, and knows everything', () => {
      const notProved = ready().healthy.results.filter(
        ({ verdict }) => verdict !== 'pass',
      );
      expect(
        notProved.map(
          ({ guideline, scope, verdict, reason }) =>
            `${guideline}/${scope} is ${verdict}: ${reason}`,
        ),
      ).toEqual(
        Object.entries(SKIPPED).map(
          ([key, reason]) => `${key} is skipped: ${reason}`,
        ),
      );
    });

    describe.each(batches)('mutations, batch %#', (...batch) => {
      it.each(batch)('$guideline: $name', async mutation => {
        const { world } = ready();
        await refresh(world);
        const { changed, evidence } = await tryMutation(ready(), mutation);
        expect(changed).toEqual(mutation.expect);
        const { observed = '' } = mutation;
        expect(evidence).toContain(
          typeof observed === 'string' ? observed : observed(world),
        );
      });

      it('left the world as healthy as before', async () => {
        const { world, judge, healthy, readSecrets } = ready();
        await refresh(world);
        const now = verdictsOf(await judge.judge(world, { readSecrets }));
        expect(differences(verdictsOf(healthy), now)).toEqual({});
      });
    });
  },
  { readSecrets: true },
);

describe('mutations', () => {
  /** Those of which a mutation changes a result; one that expects nothing proves no failure. */
  const covered = new Set(
    MUTATIONS.filter(
      ({ expect: expected }) => Object.keys(expected).length > 0,
    ).map(({ guideline }) => guideline),
  );
  /** Those that fail in a world that is built otherwise, as for a version that no cluster goes back to. */
  const failing = new Set(
    PAIRS.flatMap(({ worlds }) => worlds)
      .flatMap(world => Object.entries(world.expect))
      .filter(([, { verdict }]) => verdict === 'fail')
      .map(([key]) => key.split('/')[0]),
  );
  const live = guidelines.filter(guideline => guideline.live);

  it('name a guideline with a live stage, and change its result or say why not', () => {
    const ids = new Set(live.map(({ id }) => id));
    const wrong = MUTATIONS.filter(
      ({ guideline, expect: expected, because }) => {
        const changed = Object.keys(expected);
        const told =
          changed.length > 0
            ? changed.some(key => key.startsWith(`${guideline}/`))
            : because;
        return !ids.has(guideline) || !told;
      },
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('have a name each', () => {
    const names = MUTATIONS.map(
      ({ guideline, name }) => `${guideline}: ${name}`,
    );
    expect(names).toEqual([...new Set(names)]);
  });

  it('exist for every guideline that fails in no other world', () => {
    const missing = live
      .map(({ id }) => id)
      .filter(id => !covered.has(id) && !failing.has(id))
      // Proved in verify/probe, where pods really run.
      .filter(id => id !== 'health-checks-answered');
    expect(missing).toEqual([]);
  });
});

/** Nobody runs in the autoscaler's pods, and a report of long ago is no proof. */
async function refresh({ ledger, auditor }: World): Promise<void> {
  await Promise.all(
    [ledger, auditor].map(({ kube, autoScalingGroup }) =>
      kube.apply(autoscalerStatus({ group: autoScalingGroup, at: new Date() })),
    ),
  );
}
