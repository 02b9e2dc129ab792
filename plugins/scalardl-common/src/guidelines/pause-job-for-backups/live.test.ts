import type { KubernetesJson } from '../../facts/live';
import {
  type Change,
  type Trial,
  expected,
  onLedger,
  tryOut,
  unreadOnLedger,
  withSettings,
} from '../liveTrial.fixture';
import { notDeployed, withLines } from '../propertiesChanges.fixture';
import { pauseJobForBackups } from './pauseJobForBackups';

const DYNAMO = withLines('ledger', 'scalar.db.storage=dynamo');
const IMAGE = 'ghcr.io/scalar-labs/scalar-admin-for-kubernetes:1.4.0';
const AIM = ['-r', 'scalardl-ledger', '-n', 'scalardl-ledger', '-d', '5000'];

interface Wish {
  kind?: 'Job' | 'CronJob';
  args?: string[];
  image?: string;
  spec?: object;
  metadata?: object;
  status?: Record<string, unknown>;
}

function job({
  kind = 'CronJob',
  args = AIM,
  image = IMAGE,
  spec,
  metadata,
  status,
}: Wish = {}): KubernetesJson {
  const pod = { containers: [{ name: 'pause', image, args }] };
  const template = { template: { spec: pod } };
  return {
    apiVersion: 'batch/v1',
    kind,
    metadata: { name: 'pause', namespace: 'scalardl-ledger', ...metadata },
    spec: {
      ...(kind === 'CronJob'
        ? { schedule: '0 3 * * *', jobTemplate: { spec: template } }
        : template),
      ...spec,
    },
    status,
  };
}

const jobs = (...wishes: Wish[]): Change[] => [
  DYNAMO,
  onLedger('productJobs', () => wishes.map(job)),
];

const elsewhere = onLedger('workloads', workloads => [
  ...workloads,
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    namespace: 'backups',
    images: [IMAGE],
    labels: {},
    count: 1,
    desiredPods: 0,
    samples: ['pause'],
  },
]);

const trials: Trial[] = [
  {
    trap: 'one relational database',
    verdict: 'skipped',
    says: 'all data is in one relational database (jdbc)',
  },
  {
    trap: 'NoSQL with a CronJob that pauses the release',
    changes: jobs({}),
    verdict: 'pass',
    says: 'pause pauses scalardl-ledger in scalardl-ledger, 0 3 * * *',
  },
  {
    trap: 'NoSQL with a Job',
    changes: jobs({ kind: 'Job' }),
    verdict: 'pass',
    says: 'pause pauses scalardl-ledger',
  },
  {
    trap: 'NoSQL and nothing that pauses',
    changes: jobs(),
    verdict: 'fail',
    says: 'no job runs it',
  },
  {
    trap: 'two relational databases',
    changes: [
      withLines(
        'ledger',
        'scalar.db.storage=multi-storage',
        'scalar.db.multi_storage.storages=a,b',
        'scalar.db.multi_storage.storages.a.storage=jdbc',
        'scalar.db.multi_storage.storages.b.storage=jdbc',
      ),
    ],
    verdict: 'fail',
    says: 'no job runs it',
  },
  {
    trap: 'a CronJob that is suspended',
    changes: jobs({ spec: { suspend: true } }),
    verdict: 'fail',
    says: 'pause is suspended',
  },
  {
    trap: 'a Job that failed',
    changes: jobs({
      kind: 'Job',
      status: { conditions: [{ type: 'Failed', status: 'True' }] },
    }),
    verdict: 'fail',
    says: 'pause failed',
  },
  {
    trap: 'a failed Job of a CronJob, which tries again',
    changes: jobs(
      {},
      {
        kind: 'Job',
        status: { conditions: [{ type: 'Failed', status: 'True' }] },
        metadata: {
          ownerReferences: [
            { apiVersion: 'batch/v1', kind: 'CronJob', name: 'pause' },
          ],
        },
      },
    ),
    verdict: 'pass',
    says: 'pause pauses scalardl-ledger',
  },
  {
    trap: 'a job that pauses another release',
    changes: jobs({ args: ['-r', 'other', '-n', 'scalardl-ledger'] }),
    verdict: 'fail',
    says: 'pauses other in scalardl-ledger, 0 3 * * *, not scalardl-ledger',
  },
  {
    trap: 'a job that looks in the namespace default, because none is named',
    changes: jobs({ args: ['--release-name=scalardl-ledger'] }),
    verdict: 'fail',
    says: 'pauses scalardl-ledger in default',
  },
  {
    trap: 'a job that names no release',
    changes: jobs({ args: [] }),
    verdict: 'fail',
    says: 'pause names no release (-r)',
  },
  {
    trap: 'a job that pauses another release beside one that pauses this',
    changes: jobs({ args: ['-r', 'other'] }, {}),
    verdict: 'pass',
    says: 'pauses scalardl-ledger in scalardl-ledger',
  },
  {
    trap: 'a release out of a variable',
    changes: jobs({ args: ['-r', '$(RELEASE)', '-n', 'scalardl-ledger'] }),
    verdict: 'unknown',
    says: 'takes its release from a variable',
  },
  {
    trap: 'a release that nobody knows',
    changes: [
      ...jobs({}),
      withSettings({ release: { ledger: undefined, auditor: undefined } }),
    ],
    verdict: 'unknown',
    says: 'the product’s release is not known',
  },
  {
    trap: 'an image of that name from somewhere else',
    changes: jobs({ image: 'docker.io/x/scalar-admin-for-kubernetes:1.4.0' }),
    verdict: 'fail',
    says: 'no job runs it',
  },
  {
    trap: 'a job in another namespace',
    changes: [...jobs(), elsewhere],
    verdict: 'unknown',
    says: 'CronJob backups/pause runs it',
  },
  {
    trap: 'no job, and the other namespaces were not read',
    changes: [...jobs(), unreadOnLedger('workloads')],
    verdict: 'unknown',
    says: 'workloads was denied',
  },
  {
    trap: 'a storage that an environment variable sets',
    changes: [withLines('ledger', 'scalar.db.storage=${env:STORAGE}')],
    verdict: 'unknown',
    says: 'is set by an environment variable',
  },
  {
    trap: 'no product',
    changes: [notDeployed('ledger')],
    verdict: 'skipped',
    says: 'the product is not deployed',
  },
  {
    trap: 'jobs that were not read',
    changes: [DYNAMO, unreadOnLedger('productJobs')],
    verdict: 'unknown',
    says: 'productJobs was denied',
  },
];

describe('pause-job-for-backups, live', () => {
  it.each(trials)('$trap: $verdict', trial => {
    expect(tryOut(pauseJobForBackups, trial)).toEqual(expected(trial));
  });
});
