import { breaches } from './example.fixture';
import { clusterNames } from './clusterNames';

describe('clusterNames', () => {
  it('is content with the example', () => {
    expect(breaches(clusterNames)).toEqual([]);
  });

  it('refuses one name in one account and region', () => {
    const keys = breaches(clusterNames, spec => {
      spec.auditor.clusterName = spec.ledger.clusterName;
      spec.auditor.awsAccountId = spec.ledger.awsAccountId;
    });
    expect(keys).toEqual(['spec.auditor.clusterName']);
  });

  it('takes one name in two accounts', () => {
    const keys = breaches(clusterNames, spec => {
      spec.auditor.clusterName = spec.ledger.clusterName;
    });
    expect(keys).toEqual([]);
  });

  it('takes one name in two regions', () => {
    const keys = breaches(clusterNames, spec => {
      spec.auditor.clusterName = spec.ledger.clusterName;
      spec.auditor.awsAccountId = spec.ledger.awsAccountId;
      spec.auditor.region = 'us-east-1';
    });
    expect(keys).toEqual([]);
  });

  it('says nothing where an account is broken', () => {
    const keys = breaches(clusterNames, spec => {
      spec.auditor.clusterName = spec.ledger.clusterName;
      spec.auditor.awsAccountId = 'x';
      spec.ledger.awsAccountId = 'x';
    });
    expect(keys).toEqual([]);
  });
});
