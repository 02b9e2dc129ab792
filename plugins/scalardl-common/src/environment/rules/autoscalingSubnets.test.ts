import { breaches, existingNetwork } from './example.fixture';
import { autoscalingSubnets } from './autoscalingSubnets';

describe('autoscalingSubnets', () => {
  it('is content with the example', () => {
    expect(breaches(autoscalingSubnets)).toEqual([]);
  });

  it('refuses subnets smaller than /24 under autoscaling', () => {
    const keys = breaches(autoscalingSubnets, spec => {
      spec.ledger.network.cidr = '10.1.0.0/22';
      spec.ledger.pods.autoscaling = { maxReplicas: 4 };
    });
    expect(keys).toEqual(['spec.ledger.network.cidr']);
  });

  it('takes them without autoscaling', () => {
    const keys = breaches(autoscalingSubnets, spec => {
      spec.ledger.network.cidr = '10.1.0.0/22';
    });
    expect(keys).toEqual([]);
  });

  it('takes a /21, which is cut into /24', () => {
    const keys = breaches(autoscalingSubnets, spec => {
      spec.ledger.network.cidr = '10.1.0.0/21';
      spec.ledger.pods.autoscaling = { maxReplicas: 4 };
    });
    expect(keys).toEqual([]);
  });

  it('judges the subnets of a VPC that is already there', () => {
    const keys = breaches(autoscalingSubnets, spec => {
      spec.ledger.network = existingNetwork();
      Object.assign(spec.ledger.network.existing?.privateSubnets[1] ?? {}, {
        cidr: '10.1.4.0/25',
      });
      spec.ledger.pods.autoscaling = { maxReplicas: 4 };
    });
    expect(keys).toEqual([
      'spec.ledger.network.existing.privateSubnets[1].cidr',
    ]);
  });
});
