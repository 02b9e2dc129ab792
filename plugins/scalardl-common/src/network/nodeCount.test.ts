import { nodeCount, rolloutSurge } from './nodeCount';

describe('nodeCount', () => {
  it('keeps three nodes for three pods and one to spare', () => {
    expect(nodeCount({ podsPerNode: 1, replicas: 3 })).toEqual({
      steady: 3,
      surgePods: 0,
      peakPods: 3,
      spareNodes: 1,
      neededMaximum: 4,
    });
  });

  it('adds the pods of a roll-out', () => {
    const count = nodeCount({ podsPerNode: 1, replicas: 3, maxSurge: '25%' });
    expect(count).toMatchObject({ surgePods: 1, neededMaximum: 5 });
  });

  it('follows the autoscaler to its most replicas', () => {
    const count = nodeCount({ podsPerNode: 2, replicas: 3, maxReplicas: 9 });
    expect(count).toMatchObject({ steady: 3, peakPods: 9, neededMaximum: 6 });
  });

  it('stays at three nodes where one would hold all pods', () => {
    const count = nodeCount({ podsPerNode: 7, replicas: 3 });
    expect(count).toMatchObject({ steady: 3, neededMaximum: 3 });
  });

  it('refuses nodes that hold no pod', () => {
    expect(() => nodeCount({ podsPerNode: 0, replicas: 3 })).toThrow(
      'podsPerNode must be 1 or more, received 0',
    );
  });
});

describe('rolloutSurge', () => {
  it.each([
    [3, '25%', 1],
    [4, '25%', 1],
    [5, '25%', 2],
    [3, '0%', 0],
    [3, 2, 2],
    [3, '2', 2],
  ])('of %i replicas at %j is %i', (replicas, maxSurge, expected) => {
    expect(rolloutSurge(replicas, maxSurge)).toBe(expected);
  });
});
