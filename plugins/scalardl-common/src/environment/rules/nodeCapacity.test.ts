import { breaches } from './example.fixture';
import { nodeCapacity } from './nodeCapacity';

describe('nodeCapacity', () => {
  it('is content with the example', () => {
    expect(breaches(nodeCapacity)).toEqual([]);
  });

  it('refuses a type that holds no pod', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.large'];
    });
    expect(keys).toEqual(['spec.ledger.nodes.instanceTypes']);
  });

  it('refuses too few nodes for the pods at the start, and at most', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.pods.replicas = 8;
    });
    expect(keys).toEqual([
      'spec.ledger.nodes.desired',
      'spec.ledger.nodes.max',
    ]);
  });

  it('counts the Envoy pods', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.pods.envoyReplicas = 4;
    });
    expect(keys).toEqual(['spec.ledger.nodes.desired']);
  });

  it('wants a node to spare', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.nodes.max = 3;
    });
    expect(keys).toEqual(['spec.ledger.nodes.max']);
  });

  it('counts the pods of the autoscaler', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.pods.autoscaling = { maxReplicas: 6 };
    });
    expect(keys).toEqual(['spec.ledger.nodes.max']);
  });

  it('counts the surge of an overlay', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.nodes.max = 4;
      spec.ledger.values = {
        scalardl: {
          ledger: { strategy: { rollingUpdate: { maxSurge: '25%' } } },
        },
      };
    });
    expect(keys).toEqual(['spec.ledger.nodes.max']);
  });

  it('takes fewer nodes of a larger type', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.nodes = {
        instanceTypes: ['m7i.2xlarge'],
        min: 3,
        desired: 3,
        max: 4,
      };
      spec.ledger.pods.replicas = 6;
    });
    expect(keys).toEqual([]);
  });

  it('concludes nothing about a type that is not in the table', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.nodes.instanceTypes = ['m7i.large', 'z9z.metal'];
    });
    expect(keys).toEqual([]);
  });

  it('leaves pods of another size to the plan stage', () => {
    const keys = breaches(nodeCapacity, spec => {
      spec.ledger.pods.replicas = 8;
      spec.ledger.values = {
        scalardl: { ledger: { resources: { requests: { cpu: 1 } } } },
      };
    });
    expect(keys).toEqual([]);
  });
});
