import type { LiveDatabase } from '../facts/live';

const rest = {
  engine: 'aurora-postgresql',
  port: 5432,
  backupRetentionDays: 7,
  publiclyAccessible: false,
  encrypted: true,
};

const writer = 'shared.cluster-abc.ap-northeast-1.rds.amazonaws.com';
const instance = 'shared-1.abc.ap-northeast-1.rds.amazonaws.com';

const databases: LiveDatabase[] = [
  { ...rest, kind: 'cluster', id: 'shared', hosts: [writer] },
  {
    ...rest,
    kind: 'instance',
    id: 'shared-1',
    clusterId: 'shared',
    hosts: [instance],
  },
  {
    ...rest,
    kind: 'instance',
    id: 'shared-2',
    clusterId: 'shared',
    hosts: ['shared-2.abc.ap-northeast-1.rds.amazonaws.com'],
  },
];

/** An Aurora cluster with two instances, as RDS lists it, and two of its names. */
export const AURORA = { writer, instance, databases };
