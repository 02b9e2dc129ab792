import { breaches } from './example.fixture';
import { vpcPrefix } from './vpcPrefix';

describe('vpcPrefix', () => {
  it('is content with the example', () => {
    expect(breaches(vpcPrefix)).toEqual([]);
  });

  it('refuses a VPC larger than eksctl takes', () => {
    const keys = breaches(vpcPrefix, spec => {
      spec.ledger.network.cidr = '10.8.0.0/15';
    });
    expect(keys).toEqual(['spec.ledger.network.cidr']);
  });

  it('refuses a VPC smaller than eksctl takes', () => {
    const keys = breaches(vpcPrefix, spec => {
      spec.ledger.network.cidr = '10.1.0.0/25';
    });
    expect(keys).toEqual(['spec.ledger.network.cidr']);
  });
});
