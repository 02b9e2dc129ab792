import { storagesOf, titleOf, untoldStorage } from '../../facts/live/databases';
import type { Properties } from '../../facts/properties';
import type { SideLiveFacts } from '../../facts/live';
import type { ProductQuery } from '../../facts/live/product';
import { combine, fail, skipped, unknown } from '../finding';
import type { Finding, Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';
import { pauseJobs } from './pauseJobs';
import { pausersElsewhere } from './pausersElsewhere';

const EXPECTED =
  'a CronJob or Job of scalar-admin-for-kubernetes that pauses the product';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/BackupNoSQL/ */
export const pauseJobForBackups: Guideline = {
  id: 'pause-job-for-backups',
  level: 'requirement',
  title: 'Something pauses the product for backups that agree',
  source: source('backupNoSql', 'Create a period without ongoing transactions'),
  pass: 'A job of Scalar Admin for Kubernetes pauses the product, or one relational database makes pausing needless.',
  fail: 'Nothing pauses the product, so backups of its tables are of different moments and a restore is not consistent.',
  remedy:
    'Install the chart scalar-admin-for-kubernetes as a CronJob in the product’s namespace, with -r and -n of the release, and back up within the pause. Do not let a pod autoscaler add pods during it.',
  live: liveSideCheck({
    needs: ['properties', 'productJobs'],
    check: ({ properties, productJobs }, { side, settings, given }) => {
      if (!properties) return skipped('the product is not deployed');
      const needless = whyNot(properties);
      if (needless) return needless;
      const query = { side, settings };
      const subjects = pauseJobs(productJobs, query);
      return subjects.length > 0
        ? oneSuffices(subjects)
        : elsewhere(given, query);
    },
  }),
};

/** One relational database is consistent by itself. */
function whyNot(properties: Properties): Finding | undefined {
  const storages = storagesOf(properties);
  const why = untoldStorage(storages);
  if (why !== undefined) return unknown(why, { expected: EXPECTED });
  const [only, ...more] = storages;
  if (more.length > 0 || only?.storage !== 'jdbc') return undefined;
  return skipped(
    `all data is in one relational database (${titleOf(only)}), which backs itself up consistently`,
  );
}

/** A job that was left over beside one that pauses does no harm. */
function oneSuffices(subjects: ReturnType<typeof pauseJobs>): Finding {
  const pausing = subjects.filter(({ verdict }) => verdict === 'pass');
  return combine(pausing.length > 0 ? pausing : subjects, {
    none: 'no jobs',
    expected: EXPECTED,
  });
}

function elsewhere(given: SideLiveFacts, query: ProductQuery): Finding {
  const { workloads } = given;
  if (!workloads.ok) return unknown(workloads.reason, { expected: EXPECTED });
  const found = pausersElsewhere(workloads.value, query);
  if (found.length > 0) {
    const reason = `${found.join(', ')} runs it, and which release it pauses is not read outside of the product’s namespace`;
    return unknown(reason, { expected: EXPECTED });
  }
  return fail({ expected: EXPECTED, observed: 'no job runs it' });
}
