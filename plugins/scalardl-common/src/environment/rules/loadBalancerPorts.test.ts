import { breaches } from './example.fixture';
import { loadBalancerPorts } from './loadBalancerPorts';

describe('loadBalancerPorts', () => {
  it('is content with the example', () => {
    expect(breaches(loadBalancerPorts)).toEqual([]);
  });

  it('refuses one port for both listeners', () => {
    const keys = breaches(loadBalancerPorts, spec => {
      spec.ledger.loadBalancerPorts = { client: 50051, privileged: 50051 };
    });
    expect(keys).toEqual(['spec.ledger.loadBalancerPorts.privileged']);
  });

  it('refuses ports that stay inside', () => {
    const keys = breaches(loadBalancerPorts, spec => {
      spec.ledger.loadBalancerPorts = { client: 8080, privileged: 50053 };
    });
    expect(keys).toEqual([
      'spec.ledger.loadBalancerPorts.client',
      'spec.ledger.loadBalancerPorts.privileged',
    ]);
  });
});
