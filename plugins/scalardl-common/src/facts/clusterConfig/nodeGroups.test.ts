import { documentOf } from '../document.fixture';
import { nodeCountOf, onDemandMinimum } from './nodeCount';
import { type NodeGroup, instanceTypesOf, nodeGroups } from './nodeGroups';

function groupOf(body: string, list = 'managedNodeGroups'): NodeGroup {
  const [group] = nodeGroups(documentOf(`${list}: [{name: tools, ${body}}]`));
  if (!group) throw new Error('no group');
  return group;
}

describe('nodeGroups', () => {
  it('finds groups of both kinds, and one without a name by its place', () => {
    const groups = nodeGroups(
      documentOf('managedNodeGroups: [{name: a}, {}]\nnodeGroups: [{name: b}]'),
    );
    expect(groups.map(({ id, managed }) => [id, managed])).toEqual([
      ['managedNodeGroups.a', true],
      ['managedNodeGroups.1', true],
      ['nodeGroups.b', false],
    ]);
  });

  it('finds none where the list is missing or no list', () => {
    expect(nodeGroups(documentOf('nodeGroups: 3'))).toEqual([]);
  });
});

describe('instanceTypesOf', () => {
  it.each([
    ['instanceTypes: [m7i.xlarge, m6i.xlarge]', ['m7i.xlarge', 'm6i.xlarge']],
    ['instanceType: m7i.xlarge', ['m7i.xlarge']],
    ['minSize: 3', ['m5.large']],
    ['launchTemplate: {id: lt-1}', undefined],
    ['instanceSelector: {vCPUs: 4}', undefined],
  ])('reads a managed group with %s', (body, expected) => {
    expect(instanceTypesOf(groupOf(body))).toEqual(expected);
  });

  it.each([
    [
      'instancesDistribution: {instanceTypes: [m7i.xlarge, m6i.xlarge]}',
      ['m7i.xlarge', 'm6i.xlarge'],
    ],
    ['instanceType: m7i.xlarge', ['m7i.xlarge']],
    ['instanceType: mixed', undefined],
    ['minSize: 3', ['m5.large']],
  ])('reads a self-managed group with %s', (body, expected) => {
    expect(instanceTypesOf(groupOf(body, 'nodeGroups'))).toEqual(expected);
  });
});

describe('nodeCountOf', () => {
  it.each([
    ['minSize: 3, desiredCapacity: 4, maxSize: 6', [3, 4, 6]],
    ['desiredCapacity: 4', [4, 4, 4]],
    ['minSize: 3', [3, 3, 3]],
    ['maxSize: 5', [2, 2, 5]],
    ['spot: false', [2, 2, 2]],
    ['minSize: 0, maxSize: 0', [0, 0, 0]],
    ['minSize: null', [2, 2, 2]],
  ])(
    'fills in what eksctl fills in: %s',
    (body, [minimum, desired, maximum]) => {
      expect(nodeCountOf(groupOf(body))).toEqual({ minimum, desired, maximum });
    },
  );

  it.each(['minSize: "3"', 'maxSize: 2.5', 'desiredCapacity: -1'])(
    'does not read %s',
    body => {
      expect(nodeCountOf(groupOf(body))).toBeUndefined();
    },
  );
});

describe('onDemandMinimum', () => {
  it.each([
    ['managedNodeGroups', 'minSize: 3', 3],
    ['managedNodeGroups', 'minSize: 3, spot: true', 0],
    ['nodeGroups', 'minSize: 3', 3],
    [
      'nodeGroups',
      'minSize: 3, instancesDistribution: {onDemandPercentageAboveBaseCapacity: 0}',
      0,
    ],
    [
      'nodeGroups',
      'minSize: 5, instancesDistribution: {onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 50}',
      3,
    ],
    [
      'nodeGroups',
      'minSize: 2, instancesDistribution: {onDemandBaseCapacity: 5, onDemandPercentageAboveBaseCapacity: 0}',
      2,
    ],
  ])('in %s with %s', (list, body, expected) => {
    expect(onDemandMinimum(groupOf(body, list))).toBe(expected);
  });
});
