import fc from 'fast-check';
import { addressesOf } from './cidr';
import { findInstanceType, instanceTypeNames } from './instances';
import {
  explainSubnetNeed,
  mostNodes,
  smallestVpcPrefix,
  subnetNeed,
} from './subnetNeed';

function instance(name: string) {
  const found = findInstanceType(name);
  if (!found) throw new Error(`${name} is not in the table`);
  return found;
}

const SIX_NODES = { instance: instance('m7i.xlarge'), maxNodes: 6, zones: 3 };

describe('subnetNeed', () => {
  it('is 350 addresses for six nodes of 60 addresses over three zones', () => {
    expect(subnetNeed(SIX_NODES)).toMatchObject({
      updateNodes: 6,
      nodesPerZone: 4,
      addressesPerNode: 60,
      sum: 269,
      needed: 350,
    });
  });

  it('explains each term', () => {
    expect(explainSubnetNeed(subnetNeed(SIX_NODES))).toBe(
      '(6 nodes + 6 during an update) / 3 zones = 4 nodes, × 60 addresses + 8 load balancer + 16 control plane + 5 reserved by AWS = 269, × 1.3 headroom = 350 addresses',
    );
  });
});

describe('mostNodes', () => {
  it.each([
    ['m7i.xlarge', 23, 12],
    ['m7i.xlarge', 24, 0],
    ['m8i.xlarge', 23, 3],
    ['m7i.xlarge', 28, 0],
  ])('of %s in subnets of /%i is %i', (name, prefix, expected) => {
    expect(mostNodes({ instance: instance(name), zones: 3, prefix })).toBe(
      expected,
    );
  });

  it('is the largest number whose need fits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...instanceTypeNames()),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 19, max: 28 }),
        (name, zones, prefix) => {
          const fits = (maxNodes: number) =>
            subnetNeed({ instance: instance(name), maxNodes, zones }).needed <=
            addressesOf(prefix);
          const most = mostNodes({ instance: instance(name), zones, prefix });
          expect(most === 0 || fits(most)).toBe(true);
          expect(fits(most + 1)).toBe(false);
        },
      ),
    );
  });
});

describe('smallestVpcPrefix', () => {
  it.each([
    [6, 20],
    [12, 20],
    [13, 19],
    [450, undefined],
  ])('for %i nodes is %s', (maxNodes, expected) => {
    expect(smallestVpcPrefix({ ...SIX_NODES, maxNodes })).toBe(expected);
  });
});
