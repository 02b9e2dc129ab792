import { breaches, existingNetwork } from './example.fixture';
import { zones } from './zones';

describe('zones', () => {
  it('is content with the example', () => {
    expect(breaches(zones)).toEqual([]);
  });

  it('refuses a zone of another region', () => {
    const keys = breaches(zones, spec => {
      spec.auditor.region = 'us-east-1';
      spec.auditor.network.zones = ['us-east-1a', 'us-west-2b'];
    });
    expect(keys).toEqual(['spec.auditor.network.zones[1]']);
  });

  it('refuses a zone that stands there twice', () => {
    const keys = breaches(zones, spec => {
      spec.ledger.network.zones = ['ap-northeast-1a', 'ap-northeast-1a'];
    });
    expect(keys).toEqual(['spec.ledger.network.zones[1]']);
  });

  it('judges the subnets of a VPC that is already there', () => {
    const keys = breaches(zones, spec => {
      spec.region = 'us-east-1';
      spec.auditor.region = 'ap-northeast-1';
      spec.ledger.network = existingNetwork();
    });
    expect(keys).toEqual([
      'spec.ledger.network.existing.privateSubnets[0].zone',
      'spec.ledger.network.existing.privateSubnets[1].zone',
      'spec.ledger.network.existing.privateSubnets[2].zone',
    ]);
  });

  it('wants subnets in two zones', () => {
    const keys = breaches(zones, spec => {
      spec.ledger.network = existingNetwork();
      for (const subnet of spec.ledger.network.existing?.privateSubnets ?? [])
        subnet.zone = 'ap-northeast-1a';
    });
    expect(keys).toEqual(['spec.ledger.network.existing.privateSubnets']);
  });
});
