import { breaches } from './example.fixture';
import { privateRanges } from './privateRanges';

describe('privateRanges', () => {
  it('is content with the example', () => {
    expect(breaches(privateRanges)).toEqual([]);
  });

  it('refuses public ranges of every network', () => {
    const keys = breaches(privateRanges, spec => {
      spec.ledger.network.cidr = '52.68.0.0/20';
      spec.runners.cidrs = ['203.0.113.0/24'];
      spec.applications = [
        { name: 'shop', cidrs: ['0.0.0.0/0'], peering: 'external' },
      ];
    });
    expect(keys).toEqual([
      'spec.ledger.network.cidr',
      'spec.applications[0].cidrs[0]',
      'spec.runners.cidrs[0]',
    ]);
  });

  it('takes the shared address space', () => {
    const keys = breaches(privateRanges, spec => {
      spec.runners.cidrs = ['100.64.0.0/16'];
    });
    expect(keys).toEqual([]);
  });
});
