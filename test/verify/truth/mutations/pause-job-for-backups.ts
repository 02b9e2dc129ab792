import type { Verdict } from '@scalardl-on-eks/plugin-scalardl-common';
import type { Manifest } from '../../world/resources.ts';
import type { SidePlan } from '../../world/sidePlan.ts';
import type { WorldSide } from '../../world/world.ts';
import { addObjects, allBack } from '../change.ts';
import type { Mutation } from '../mutation.ts';
import { changeProperties } from '../properties.ts';

/** The side keeps its data in Cassandra, of which AWS knows nothing. */
function inCassandra(side: WorldSide) {
  return changeProperties(side, text =>
    text
      .replace('scalar.db.storage=jdbc', 'scalar.db.storage=cassandra')
      .replace(
        /scalar\.db\.contact_points=.*/,
        'scalar.db.contact_points=10.9.0.1,10.9.0.2',
      ),
  );
}

/** A CronJob as chart scalar-admin-for-kubernetes 1.2.0 renders it. */
function pauseJob({ namespace }: SidePlan, args: readonly string[]): Manifest {
  const labels = {
    'app.kubernetes.io/name': 'scalar-admin-for-kubernetes',
    'app.kubernetes.io/instance': 'pause',
    'app.kubernetes.io/app': 'scalar-admin-for-kubernetes',
  };
  const containers = [
    {
      name: 'scalar-admin-for-kubernetes',
      image: 'ghcr.io/scalar-labs/scalar-admin-for-kubernetes:1.4.0',
      args,
    },
  ];
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'pause', namespace, labels },
    spec: {
      timeZone: 'Etc/UTC',
      // Never while a test runs.
      schedule: '0 0 30 2 *',
      jobTemplate: {
        spec: {
          backoffLimit: 0,
          template: {
            metadata: { labels },
            spec: { restartPolicy: 'Never', containers },
          },
        },
      },
    },
  };
}

async function pausedBy(
  side: WorldSide,
  args: (plan: SidePlan) => readonly string[],
  spec: object = {},
) {
  const job = pauseJob(side.plan, args(side.plan));
  return allBack(
    await inCassandra(side),
    await addObjects(side.kube, {
      ...job,
      spec: { ...(job.spec as object), ...spec },
    }),
  );
}

const aim = ({ release, namespace }: SidePlan) => [
  ...['-r', release],
  ...['-n', namespace],
  ...['-d', '5000'],
];

function withoutRelational(verdict: Verdict): Mutation['expect'] {
  return {
    'database-backups-retained/ledger': 'skipped',
    'databases-not-public/ledger': 'skipped',
    'pause-job-for-backups/ledger': verdict,
  };
}

export const mutations: Mutation[] = [
  {
    name: 'the data is in Cassandra, and nothing pauses the product',
    guideline: 'pause-job-for-backups',
    apply: ({ ledger }) => inCassandra(ledger),
    expect: withoutRelational('fail'),
    observed: 'no job runs it',
  },
  {
    name: 'the job pauses a release of the namespace default',
    guideline: 'pause-job-for-backups',
    apply: ({ ledger }) => pausedBy(ledger, ({ release }) => ['-r', release]),
    expect: withoutRelational('fail'),
    observed: 'in default',
  },
  {
    name: 'the job is suspended',
    guideline: 'pause-job-for-backups',
    apply: ({ ledger }) => pausedBy(ledger, aim, { suspend: true }),
    expect: withoutRelational('fail'),
    observed: 'pause is suspended',
  },
  {
    name: 'nothing: the job pauses the release',
    guideline: 'pause-job-for-backups',
    apply: ({ ledger }) => pausedBy(ledger, aim),
    expect: withoutRelational('pass'),
    observed: 'pause pauses scalardl-ledger in scalardl-ledger',
  },
];
