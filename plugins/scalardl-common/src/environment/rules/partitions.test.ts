import { breaches } from './example.fixture';
import { partitions } from './partitions';

describe('partitions', () => {
  it('is content with the example', () => {
    expect(breaches(partitions)).toEqual([]);
  });

  it('refuses China', () => {
    const keys = breaches(partitions, spec => {
      spec.region = 'cn-north-1';
    });
    expect(keys).toEqual(['spec.region']);
  });

  it('refuses GovCloud for one side', () => {
    const keys = breaches(partitions, spec => {
      spec.auditor.region = 'us-gov-west-1';
    });
    expect(keys).toEqual(['spec.auditor.region']);
  });

  it('refuses China for the VPC of an application', () => {
    const keys = breaches(partitions, spec => {
      spec.applications = [
        { name: 'shop', cidrs: ['10.5.0.0/16'], region: 'cn-north-1' },
      ];
    });
    expect(keys).toEqual(['spec.applications[0].region']);
  });

  it('refuses an isolated partition', () => {
    const keys = breaches(partitions, spec => {
      spec.region = 'us-isob-east-1';
    });
    expect(keys).toEqual(['spec.region']);
  });
});
