import { breaches, existingNetwork } from './example.fixture';
import { networkSource } from './networkSource';

describe('networkSource', () => {
  it('is content with the example', () => {
    expect(breaches(networkSource)).toEqual([]);
  });

  it('takes a VPC that is already there', () => {
    const keys = breaches(networkSource, spec => {
      spec.ledger.network = existingNetwork();
    });
    expect(keys).toEqual([]);
  });

  it('wants a new VPC or one that is already there', () => {
    const keys = breaches(networkSource, spec => {
      spec.ledger.network = {};
    });
    expect(keys).toEqual([
      'spec.ledger.network.cidr',
      'spec.ledger.network.zones',
    ]);
  });

  it('wants both keys of a new VPC', () => {
    const keys = breaches(networkSource, spec => {
      spec.ledger.network = { cidr: '10.1.0.0/20' };
    });
    expect(keys).toEqual(['spec.ledger.network.zones']);
  });

  it('refuses both kinds at once', () => {
    const keys = breaches(networkSource, spec => {
      spec.ledger.network = { ...existingNetwork(), cidr: '10.1.0.0/20' };
    });
    expect(keys).toEqual(['spec.ledger.network.cidr']);
  });

  it('does not call a broken key missing', () => {
    const keys = breaches(networkSource, spec => {
      spec.ledger.network.cidr = 'x';
    });
    expect(keys).toEqual([]);
  });
});
