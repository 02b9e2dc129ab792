import type { LiveDatabase } from '../../facts/live';
import type { RdsDatabase } from '../../facts/live/databases';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { relationalSubjects } from '../relationalSubjects';
import { source } from '../sources';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html */
export const databaseBackupsRetained: Guideline = {
  id: 'database-backups-retained',
  level: 'recommendation',
  title: 'Automated backups of the databases are kept',
  source: source('databaseForAws', 'Amazon RDS and Amazon Aurora'),
  pass: 'RDS makes automated backups of every relational database of the side and keeps them.',
  fail: 'A database has no automated backups, so what is lost in it is lost.',
  remedy:
    'Set the backup retention period of the database to one day or more, of an Aurora database at its cluster.',
  live: liveSideCheck({
    needs: ['properties'],
    check: ({ properties }, { side, settings, given }) => {
      if (!properties) return skipped('the product is not deployed');
      const own = { side, facts: given, settings };
      return combine(relationalSubjects(properties, own, judgeDatabase), {
        none: 'no data is kept in a relational database',
        expected: 'a backup retention period of one day or more',
      });
    },
  }),
};

/** Backups of a cluster belong to the cluster; what its instances say of them counts for nothing. */
function judgeDatabase({
  clusterId,
  cluster,
  instances,
}: RdsDatabase): Subject[] {
  if (clusterId === undefined) return instances.map(judgeRetention);
  if (cluster) return [judgeRetention(cluster)];
  const detail = `RDS shows no cluster ${clusterId}, to which the backups belong`;
  return [{ id: clusterId, verdict: 'unknown', detail }];
}

function judgeRetention({
  kind,
  id,
  backupRetentionDays: days,
}: LiveDatabase): Subject {
  return days > 0
    ? {
        id,
        verdict: 'pass',
        detail: `${kind} ${id} keeps backups for ${days} days`,
      }
    : {
        id,
        verdict: 'fail',
        detail: `${kind} ${id} has a backup retention period of 0 days, so no automated backups`,
      };
}
