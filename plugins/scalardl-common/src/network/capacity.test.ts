import { nodeCapacity, podsPerNode, reservedCpuMillis } from './capacity';
import { type InstanceType, findInstanceType } from './instances';

function instance(name: string): InstanceType {
  const found = findInstanceType(name);
  if (!found) throw new Error(`${name} is not in the table`);
  return found;
}

describe('reservedCpuMillis', () => {
  it.each([
    [1, 60],
    [2, 70],
    [4, 80],
    [8, 90],
    [16, 110],
  ])('of %i vCPUs is %i', (cpus, expected) => {
    expect(reservedCpuMillis(cpus)).toBe(expected);
  });
});

describe('nodeCapacity', () => {
  it('keeps 80m of four vCPUs and 893 MiB for 58 pods', () => {
    const capacity = nodeCapacity(instance('c5.xlarge'));
    expect(capacity.reserved).toEqual({ cpuMillis: 80, memoryMiB: 893 });
    expect(capacity.allocatable).toEqual({ cpuMillis: 3920, memoryMiB: 6666 });
  });

  it('leaves about as much as a real 8 GiB node with two vCPUs and 29 pods: 1930m and 6988 MiB', () => {
    const { allocatable } = nodeCapacity(instance('m5.large'));
    expect(allocatable.cpuMillis).toBe(1930);
    expect(Math.abs(allocatable.memoryMiB - 6988)).toBeLessThan(30);
  });

  it('reserves more memory where a type holds more pods', () => {
    const { reserved } = nodeCapacity(instance('c8i.xlarge'));
    expect(reserved.memoryMiB).toBe(11 * 118 + 255);
  });
});

describe('podsPerNode', () => {
  it.each([
    ['c5.large', 0],
    ['m5.large', 0],
    ['c5.xlarge', 1],
    ['m7i.xlarge', 1],
    ['c6i.2xlarge', 2],
    ['m7i.2xlarge', 3],
  ])('a %s holds %i product pods beside Envoy and the system', (name, pods) => {
    expect(podsPerNode({ instance: instance(name) }).pods).toBe(pods);
  });

  it('tells which resource is the limit', () => {
    expect(podsPerNode({ instance: instance('m7i.2xlarge') })).toMatchObject({
      byCpu: 3,
      byMemory: 6,
      pods: 3,
    });
  });

  it('counts what else runs on a node', () => {
    const prometheus = { name: 'Prometheus', cpuMillis: 500, memoryMiB: 2048 };
    const shared = podsPerNode({
      instance: instance('c5.xlarge'),
      loads: [prometheus, { name: 'Envoy', cpuMillis: 1000, memoryMiB: 2048 }],
    });
    expect(shared).toMatchObject({
      free: { cpuMillis: 2420, memoryMiB: 2570 },
      byCpu: 1,
      byMemory: 0,
      pods: 0,
    });
  });

  it('never falls below none', () => {
    const heavy = { name: 'heavy', cpuMillis: 9000, memoryMiB: 90000 };
    const result = podsPerNode({
      instance: instance('c5.xlarge'),
      loads: [heavy],
    });
    expect(result.pods).toBe(0);
  });
});
