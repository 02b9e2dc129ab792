import { isCapacityJudged, sideSubnets } from './capacity';
import type { SideContext } from './formData';

const NETWORK = {
  cidr: '10.1.0.0/20',
  zones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
};

const UNKNOWN: SideContext = {
  region: undefined,
  instanceTypes: [],
  maxNodes: undefined,
};

describe('sideSubnets', () => {
  it('counts addresses and nodes', () => {
    const context = { ...UNKNOWN, instanceTypes: ['m7i.xlarge'], maxNodes: 6 };
    const result = sideSubnets(NETWORK, context);
    expect(result).toMatchObject({
      ok: true,
      usable: 507,
      nodes: { known: true, most: 12, wanted: 6, need: { needed: 350 } },
    });
    expect(result.ok && result.subnets.map(({ cidr }) => cidr)).toEqual([
      '10.1.0.0/23',
      '10.1.2.0/23',
      '10.1.4.0/23',
      '10.1.6.0/23',
      '10.1.8.0/23',
      '10.1.10.0/23',
    ]);
  });

  it('says that it assumes a type where none is named', () => {
    expect(sideSubnets(NETWORK, UNKNOWN)).toMatchObject({
      nodes: { known: true, instanceType: 'm7i.xlarge', assumed: true },
    });
  });

  it('counts with the type that takes the most addresses', () => {
    const instanceTypes = ['m7i.xlarge', 'm8i.xlarge'];
    expect(sideSubnets(NETWORK, { ...UNKNOWN, instanceTypes })).toMatchObject({
      nodes: { instanceType: 'm8i.xlarge', most: 3 },
    });
  });

  it('claims nothing of a type that it does not know', () => {
    const instanceTypes = ['m7i.xlarge', 'x9.huge'];
    expect(sideSubnets(NETWORK, { ...UNKNOWN, instanceTypes })).toMatchObject({
      nodes: { known: false, unknownType: 'x9.huge' },
    });
  });

  it('has no subnets for a range that eksctl refuses', () => {
    expect(sideSubnets({ ...NETWORK, cidr: '10.1.0.' }, UNKNOWN).ok).toBe(
      false,
    );
  });
});

describe('isCapacityJudged', () => {
  it.each([
    [['m7i.xlarge'], 6, true],
    [['m7i.xlarge'], undefined, false],
    [[], 6, false],
    [['x9.huge'], 6, false],
  ])('%j, %s nodes: %s', (instanceTypes, maxNodes, expected) => {
    expect(isCapacityJudged({ ...UNKNOWN, instanceTypes, maxNodes })).toBe(
      expected,
    );
  });
});
