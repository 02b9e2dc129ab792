import { breaches } from './example.fixture';
import { nodeCounts } from './nodeCounts';

describe('nodeCounts', () => {
  it('is content with the example', () => {
    expect(breaches(nodeCounts)).toEqual([]);
  });

  it('refuses fewer nodes at most than at least', () => {
    const keys = breaches(nodeCounts, spec => {
      Object.assign(spec.ledger.nodes, { min: 3, desired: 3, max: 2 });
    });
    expect(keys).toEqual(['spec.ledger.nodes.max']);
  });

  it('refuses a start below the fewest nodes', () => {
    const keys = breaches(nodeCounts, spec => {
      Object.assign(spec.ledger.nodes, { min: 4, desired: 3, max: 6 });
    });
    expect(keys).toEqual(['spec.ledger.nodes.desired']);
  });

  it('refuses a start above the most nodes', () => {
    const keys = breaches(nodeCounts, spec => {
      Object.assign(spec.ledger.nodes, { min: 3, desired: 7, max: 6 });
    });
    expect(keys).toEqual(['spec.ledger.nodes.desired']);
  });

  it('wants room for autoscaling', () => {
    const keys = breaches(nodeCounts, spec => {
      Object.assign(spec.ledger.nodes, { min: 6, desired: 6, max: 6 });
      spec.ledger.pods.autoscaling = { maxReplicas: 4 };
    });
    expect(keys).toEqual(['spec.ledger.nodes.max']);
  });

  it('takes a fixed number of nodes without autoscaling', () => {
    const keys = breaches(nodeCounts, spec => {
      Object.assign(spec.ledger.nodes, { min: 6, desired: 6, max: 6 });
    });
    expect(keys).toEqual([]);
  });
});
