import { coveringGroups } from './nodeInterfaces';

describe('coveringGroups', () => {
  it.each([
    { nodes: 'no nodes', interfaces: [], groups: ['cluster'] },
    {
      nodes: 'managed nodes',
      interfaces: [['cluster'], ['cluster', 'shared']],
      groups: ['cluster'],
    },
    {
      nodes: 'self-managed nodes of two groups',
      interfaces: [['cluster'], ['a', 'shared'], ['b', 'shared']],
      groups: ['cluster', 'shared'],
    },
    {
      nodes: 'nodes that share nothing',
      interfaces: [['b'], ['a'], ['b']],
      groups: ['cluster', 'b', 'a'],
    },
    { nodes: 'a node without groups', interfaces: [[]], groups: ['cluster'] },
  ])('with $nodes', ({ interfaces, groups }) => {
    expect(coveringGroups(['cluster'], interfaces)).toEqual(groups);
  });
});
