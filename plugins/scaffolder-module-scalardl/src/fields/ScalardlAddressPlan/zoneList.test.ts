import { formatZones, likelyZones, parseZones } from './zoneList';

describe('parseZones', () => {
  it.each([
    ['a,b', ['a', 'b']],
    [' a ,\tb\n c,', ['a', 'b', 'c']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(parseZones(text)).toEqual(expected);
  });

  it('reads what formatZones writes', () => {
    expect(parseZones(formatZones(['x', 'y']))).toEqual(['x', 'y']);
  });
});

describe('likelyZones', () => {
  it.each([
    ['us-east-1', 'us-east-1a, us-east-1b, us-east-1c'],
    ['ap-northeast-1', 'ap-northeast-1a, ap-northeast-1c, ap-northeast-1d'],
    [undefined, ''],
  ])('of %s', (region, expected) => {
    expect(formatZones(likelyZones(region))).toBe(expected);
  });
});
