import type { LiveDatabase } from '../../facts/live';
import type { RdsDatabase } from '../../facts/live/databases';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import type { Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { relationalSubjects } from '../relationalSubjects';
import { source } from '../sources';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html */
export const databasesNotPublic: Guideline = {
  id: 'databases-not-public',
  level: 'recommendation',
  title: 'The databases have no public addresses',
  source: source('databaseForAws', 'Amazon RDS and Amazon Aurora'),
  pass: 'No instance of the side’s relational databases has a public address.',
  fail: 'A database has a public address, so only a security group keeps the Internet away from the ledger’s data.',
  remedy:
    'Set “Public access” (PubliclyAccessible) of every instance of the database to no.',
  live: liveSideCheck({
    needs: ['properties'],
    check: ({ properties }, { side, settings, given }) => {
      if (!properties) return skipped('the product is not deployed');
      const own = { side, facts: given, settings };
      return combine(relationalSubjects(properties, own, judgeDatabase), {
        none: 'no data is kept in a relational database',
        expected: 'PubliclyAccessible is false',
      });
    },
  }),
};

/** Of Aurora each instance tells it, also one that the properties do not name; a Multi-AZ cluster tells it itself. */
function judgeDatabase({ id, cluster, instances }: RdsDatabase): Subject[] {
  const open = cluster?.publiclyAccessible ? [judgeAccess(cluster)] : [];
  if (instances.length > 0) return [...open, ...instances.map(judgeAccess)];
  if (open.length > 0) return open;
  const detail = `RDS shows no instance of cluster ${id}, and only instances tell it`;
  return [{ id, verdict: 'unknown', detail }];
}

function judgeAccess({ kind, id, publiclyAccessible }: LiveDatabase): Subject {
  return {
    id,
    verdict: publiclyAccessible ? 'fail' : 'pass',
    detail: `${kind} ${id} is ${publiclyAccessible ? '' : 'not '}publicly accessible`,
  };
}
