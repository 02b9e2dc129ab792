import { breaches } from './example.fixture';
import { autoscalingBounds } from './autoscalingBounds';

describe('autoscalingBounds', () => {
  it('is content with the example', () => {
    expect(breaches(autoscalingBounds)).toEqual([]);
  });

  it('refuses fewer pods at most than at the start', () => {
    const keys = breaches(autoscalingBounds, spec => {
      spec.ledger.pods.autoscaling = { maxReplicas: 2 };
    });
    expect(keys).toEqual(['spec.ledger.pods.autoscaling.maxReplicas']);
  });

  it('takes as many pods at most as at the start', () => {
    const keys = breaches(autoscalingBounds, spec => {
      spec.ledger.pods.autoscaling = { maxReplicas: 3 };
    });
    expect(keys).toEqual([]);
  });
});
