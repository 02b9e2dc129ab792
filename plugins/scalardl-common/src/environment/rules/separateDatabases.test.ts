import { breaches } from './example.fixture';
import { separateDatabases } from './separateDatabases';

describe('separateDatabases', () => {
  it('is content with the example', () => {
    expect(breaches(separateDatabases)).toEqual([]);
  });

  it('refuses one instance for both sides', () => {
    const keys = breaches(separateDatabases, spec => {
      spec.auditor.database.contactPoints =
        'jdbc:postgresql://LEDGER.db.internal/auditor';
    });
    expect(keys).toEqual(['spec.auditor.database.contactPoints']);
  });

  it('refuses DynamoDB of one region and account', () => {
    const keys = breaches(separateDatabases, spec => {
      spec.auditor.awsAccountId = spec.ledger.awsAccountId;
      for (const side of [spec.ledger, spec.auditor])
        Object.assign(side.database, {
          storage: 'dynamo',
          contactPoints: 'us-east-1',
        });
    });
    expect(keys).toEqual(['spec.auditor.database.contactPoints']);
  });

  it('takes DynamoDB of one region and two accounts', () => {
    const keys = breaches(separateDatabases, spec => {
      for (const side of [spec.ledger, spec.auditor])
        Object.assign(side.database, {
          storage: 'dynamo',
          contactPoints: 'us-east-1',
        });
    });
    expect(keys).toEqual([]);
  });
});
