import { contactPoints } from './contactPoints';
import { breaches } from './example.fixture';

type Storage = 'jdbc' | 'dynamo' | 'cassandra' | 'cosmos';

const KEY = 'spec.ledger.database.contactPoints';

function judge(storage: Storage, points: string): string[] {
  return breaches(contactPoints, spec => {
    Object.assign(spec.ledger.database, { storage, contactPoints: points });
  });
}

describe('contactPoints', () => {
  it.each<[Storage, string]>([
    ['jdbc', 'jdbc:mysql://db.internal:3306/'],
    ['jdbc', 'jdbc:oracle:thin:@//db.internal:1521/ledger'],
    ['jdbc', 'jdbc:sqlserver://db.internal:1433;encrypt=true'],
    ['dynamo', 'ap-northeast-1'],
    ['cassandra', 'one.internal,two.internal'],
    ['cosmos', 'https://ledger.documents.azure.com:443/'],
  ])('takes %s with %s', (storage, points) => {
    expect(judge(storage, points)).toEqual([]);
  });

  it.each<[Storage, string]>([
    ['jdbc', 'db.internal'],
    ['dynamo', 'jdbc:postgresql://db.internal/ledger'],
    ['cassandra', 'one.internal,'],
    ['cosmos', 'http://ledger.documents.azure.com'],
  ])('refuses %s with %s', (storage, points) => {
    expect(judge(storage, points)).toEqual([KEY]);
  });

  it.each([
    'jdbc:postgresql://app:secret1@db.internal/ledger',
    'jdbc:postgresql://app@db.internal/ledger',
    'jdbc:oracle:thin:scott/secret1@//db.internal:1521/ledger',
    'jdbc:sqlserver://db.internal;user=app;password=secret1',
    'jdbc:mysql://(host=db.internal,user=app,password=secret1)/ledger',
    'jdbc:postgresql://db.internal/ledger?PASSWORD=secret1',
  ])('refuses the credentials in %s', points => {
    expect(judge('jdbc', points)).toEqual([KEY]);
  });
});
