import type { LiveTable } from '../../facts/live';
import { storagesOf, untoldStorage } from '../../facts/live/databases';
import type { Properties } from '../../facts/properties';
import type { Subject } from '../../report/report';
import { combine, skipped, unknown } from '../finding';
import type { Finding, Guideline } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { source } from '../sources';

const EXPECTED = 'point-in-time recovery of every table';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html */
export const pointInTimeRecoveryEnabled: Guideline = {
  id: 'point-in-time-recovery-enabled',
  level: 'recommendation',
  title: 'DynamoDB tables can be restored to any second',
  source: source('databaseForAws', 'Amazon DynamoDB'),
  pass: 'Point-in-time recovery is on for every DynamoDB table of the side.',
  fail: 'A DynamoDB table cannot be restored to a moment at which all tables agreed.',
  remedy:
    'Turn point-in-time recovery on for each table of the side; a table that was restored needs it turned on again.',
  live: liveSideCheck({
    needs: ['properties', 'tables'],
    check: ({ properties, tables }) =>
      properties
        ? judgeTables(properties, tables)
        : skipped('the product is not deployed'),
  }),
};

function judgeTables(
  properties: Properties,
  tables: readonly LiveTable[] | undefined,
): Finding {
  const storages = storagesOf(properties);
  const why = untoldStorage(storages);
  if (why !== undefined) return unknown(why, { expected: EXPECTED });
  if (!storages.some(({ storage }) => storage === 'dynamo')) {
    return skipped('no data is kept in DynamoDB');
  }
  const regions = storages
    .filter(({ storage }) => storage === 'dynamo')
    .map(({ contactPoints = '' }) => contactPoints.toLowerCase());
  const empty = [...new Set(regions)].filter(
    region => !tables?.some(table => table.region === region),
  );
  return combine([...(tables ?? []).map(judgeTable), ...empty.map(notFound)], {
    none: 'no tables',
    expected: EXPECTED,
  });
}

function notFound(region: string): Subject {
  return {
    id: region,
    verdict: 'unknown',
    detail: `no table of the side was found in ${region} of its account, where the properties say that DynamoDB holds data`,
  };
}

function judgeTable({ name, pointInTimeRecovery }: LiveTable): Subject {
  return {
    id: name,
    verdict: pointInTimeRecovery ? 'pass' : 'fail',
    detail: `point-in-time recovery of ${name} is ${pointInTimeRecovery ? 'on' : 'off'}`,
  };
}
