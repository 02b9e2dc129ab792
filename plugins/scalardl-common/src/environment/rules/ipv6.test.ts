import { breaches } from './example.fixture';
import { ipv6 } from './ipv6';

describe('ipv6', () => {
  it('is content with the example', () => {
    expect(breaches(ipv6)).toEqual([]);
  });

  it('refuses an IPv6 cluster', () => {
    const keys = breaches(ipv6, spec => {
      spec.ledger.eksctl = { kubernetesNetworkConfig: { ipFamily: 'IPv6' } };
    });
    expect(keys).toEqual([
      'spec.ledger.eksctl.kubernetesNetworkConfig.ipFamily',
    ]);
  });

  it('refuses an IPv6 range of the VPC', () => {
    const keys = breaches(ipv6, spec => {
      spec.auditor.eksctl = {
        vpc: { ipv6Cidr: 'fd00::/56', ipv6Pool: 'pool' },
      };
    });
    expect(keys).toEqual([
      'spec.auditor.eksctl.vpc.ipv6Cidr',
      'spec.auditor.eksctl.vpc.ipv6Pool',
    ]);
  });

  it('takes an overlay that names IPv4', () => {
    const keys = breaches(ipv6, spec => {
      spec.ledger.eksctl = { kubernetesNetworkConfig: { ipFamily: 'IPv4' } };
    });
    expect(keys).toEqual([]);
  });
});
