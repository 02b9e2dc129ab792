import { breaches, existingNetwork } from './example.fixture';
import { subnetCapacity } from './subnetCapacity';

describe('subnetCapacity', () => {
  it('is content with the example', () => {
    expect(breaches(subnetCapacity)).toEqual([]);
  });

  it('refuses a VPC whose subnets do not hold the nodes', () => {
    const keys = breaches(subnetCapacity, spec => {
      spec.ledger.network.cidr = '10.1.0.0/21';
    });
    expect(keys).toEqual(['spec.ledger.network.cidr']);
  });

  it('takes it for fewer addresses a node', () => {
    const keys = breaches(subnetCapacity, spec => {
      spec.ledger.network.cidr = '10.1.0.0/21';
      spec.ledger.nodes.instanceTypes = ['m7i.large'];
    });
    expect(keys).toEqual([]);
  });

  it('takes a VPC that is already there and large enough', () => {
    const keys = breaches(subnetCapacity, spec => {
      spec.ledger.network = existingNetwork();
    });
    expect(keys).toEqual([]);
  });

  it('judges the smallest zone of a VPC that is already there', () => {
    const keys = breaches(subnetCapacity, spec => {
      spec.ledger.network = existingNetwork();
      Object.assign(spec.ledger.network.existing?.privateSubnets[2] ?? {}, {
        cidr: '10.1.8.0/26',
      });
    });
    expect(keys).toEqual(['spec.ledger.network.existing.privateSubnets']);
  });

  it('concludes nothing about a type that is not in the table', () => {
    const keys = breaches(subnetCapacity, spec => {
      spec.ledger.network.cidr = '10.1.0.0/24';
      spec.ledger.nodes.instanceTypes = ['z9z.metal'];
    });
    expect(keys).toEqual([]);
  });

  it('leaves other settings of the VPC CNI to the plan stage', () => {
    const keys = breaches(subnetCapacity, spec => {
      spec.ledger.network.cidr = '10.1.0.0/21';
      spec.ledger.eksctl = { addons: [{ name: 'vpc-cni' }] };
    });
    expect(keys).toEqual([]);
  });
});
