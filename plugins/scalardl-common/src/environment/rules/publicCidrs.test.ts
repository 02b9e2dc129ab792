import { breaches } from './example.fixture';
import { publicCidrs } from './publicCidrs';

describe('publicCidrs', () => {
  it('is content with the example', () => {
    expect(breaches(publicCidrs)).toEqual([]);
  });

  it('wants ranges for a restricted public endpoint', () => {
    const keys = breaches(publicCidrs, spec => {
      spec.ledger.endpoint = { access: 'restrictedPublic' };
    });
    expect(keys).toEqual(['spec.ledger.endpoint.publicCidrs']);
  });

  it('takes narrow ranges', () => {
    const keys = breaches(publicCidrs, spec => {
      spec.ledger.endpoint = {
        access: 'restrictedPublic',
        publicCidrs: ['203.0.113.7/32'],
      };
    });
    expect(keys).toEqual([]);
  });

  it('refuses everybody', () => {
    const keys = breaches(publicCidrs, spec => {
      spec.ledger.endpoint = {
        access: 'restrictedPublic',
        publicCidrs: ['0.0.0.0/0'],
      };
    });
    expect(keys).toEqual(['spec.ledger.endpoint.publicCidrs[0]']);
  });

  it('refuses ranges beside a private endpoint', () => {
    const keys = breaches(publicCidrs, spec => {
      spec.ledger.endpoint = { publicCidrs: ['203.0.113.7/32'] };
    });
    expect(keys).toEqual(['spec.ledger.endpoint.publicCidrs']);
  });
});
