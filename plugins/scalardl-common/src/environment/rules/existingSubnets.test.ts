import { breaches, existingNetwork } from './example.fixture';
import { existingSubnets } from './existingSubnets';

describe('existingSubnets', () => {
  it('is content with the example', () => {
    expect(breaches(existingSubnets)).toEqual([]);
  });

  it('takes the subnets of a VPC', () => {
    const keys = breaches(existingSubnets, spec => {
      spec.ledger.network = existingNetwork();
    });
    expect(keys).toEqual([]);
  });

  it('refuses a subnet outside of the VPC', () => {
    const keys = breaches(existingSubnets, spec => {
      spec.ledger.network = existingNetwork();
      Object.assign(spec.ledger.network.existing ?? {}, {
        cidrs: ['10.1.0.0/21'],
      });
    });
    expect(keys).toEqual([
      'spec.ledger.network.existing.privateSubnets[2].cidr',
    ]);
  });

  it('refuses a subnet inside another one', () => {
    const keys = breaches(existingSubnets, spec => {
      spec.ledger.network = existingNetwork();
      Object.assign(spec.ledger.network.existing?.privateSubnets[2] ?? {}, {
        cidr: '10.1.4.0/24',
      });
    });
    expect(keys).toEqual([
      'spec.ledger.network.existing.privateSubnets[2].cidr',
    ]);
  });

  it('refuses one id for two subnets', () => {
    const keys = breaches(existingSubnets, spec => {
      spec.ledger.network = existingNetwork();
      Object.assign(spec.ledger.network.existing?.privateSubnets[2] ?? {}, {
        id: 'subnet-0bbbbbbbbbbbbbbb0',
      });
    });
    expect(keys).toEqual(['spec.ledger.network.existing.privateSubnets[2].id']);
  });

  it('cannot tell what lies outside of a broken range', () => {
    const keys = breaches(existingSubnets, spec => {
      spec.ledger.network = existingNetwork();
      Object.assign(spec.ledger.network.existing ?? {}, {
        cidrs: ['10.1.0.0/21', 'x'],
      });
    });
    expect(keys).toEqual([]);
  });
});
