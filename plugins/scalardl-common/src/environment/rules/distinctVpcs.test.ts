import { breaches, existingNetwork } from './example.fixture';
import { distinctVpcs } from './distinctVpcs';

describe('distinctVpcs', () => {
  it('is content with the example', () => {
    expect(breaches(distinctVpcs)).toEqual([]);
  });

  it('refuses one VPC for both sides', () => {
    const keys = breaches(distinctVpcs, spec => {
      spec.ledger.network = existingNetwork();
      spec.auditor.network = existingNetwork();
    });
    expect(keys).toEqual(['spec.auditor.network.existing.vpcId']);
  });

  it('refuses an application in the VPC of a side', () => {
    const keys = breaches(distinctVpcs, spec => {
      spec.ledger.network = existingNetwork();
      spec.applications = [
        {
          name: 'shop',
          cidrs: ['10.3.0.0/16'],
          vpcId: 'vpc-0bbbbbbbbbbbbbbbb',
        },
      ];
    });
    expect(keys).toEqual(['spec.applications[0].vpcId']);
  });

  it('refuses two applications in one VPC', () => {
    const keys = breaches(distinctVpcs, spec => {
      spec.applications?.push({
        name: 'bank',
        cidrs: ['10.5.0.0/16'],
        vpcId: 'vpc-0aaaaaaaaaaaaaaaa',
      });
    });
    expect(keys).toEqual(['spec.applications[1].vpcId']);
  });
});
