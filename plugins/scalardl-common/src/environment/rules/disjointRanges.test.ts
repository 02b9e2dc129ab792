import { breaches, existingNetwork } from './example.fixture';
import { disjointRanges } from './disjointRanges';

describe('disjointRanges', () => {
  it('is content with the example', () => {
    expect(breaches(disjointRanges)).toEqual([]);
  });

  it('refuses equal ranges of two owners', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.auditor.network.cidr = '10.1.0.0/20';
    });
    expect(keys).toEqual(['spec.auditor.network.cidr']);
  });

  it('refuses a range inside another one', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.runners.cidrs = ['10.3.128.0/24'];
    });
    expect(keys).toEqual(['spec.runners.cidrs[0]']);
  });

  it('refuses a side inside the service range', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.serviceCidr = '10.1.0.0/16';
    });
    expect(keys).toEqual([
      'spec.ledger.network.cidr',
      'spec.auditor.network.cidr',
    ]);
  });

  it('judges every range of a VPC that is already there', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.ledger.network = existingNetwork();
      spec.ledger.network.existing?.cidrs.push('10.3.4.0/24');
    });
    expect(keys).toEqual(['spec.applications[0].cidrs[0]']);
  });

  it('lets one owner repeat itself', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.runners.cidrs = ['10.4.0.0/24', '10.4.0.0/25', '10.4.0.0/24'];
    });
    expect(keys).toEqual([]);
  });

  it('leaves public ranges to their own rule', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.runners.cidrs = ['0.0.0.0/0'];
    });
    expect(keys).toEqual([]);
  });

  it('judges the sound items of a list with a broken one', () => {
    const keys = breaches(disjointRanges, spec => {
      spec.runners.cidrs = ['nowhere', '10.3.0.0/24'];
    });
    expect(keys).toEqual(['spec.runners.cidrs[1]']);
  });
});
