import { parseMebibytes, parseMillicores, parseQuantity } from './quantity';

describe('parseQuantity', () => {
  it.each([
    ['2', 2],
    [2, 2],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['1.', 1],
    ['500m', 0.5],
    ['4Gi', 4 * 1024 ** 3],
    ['4G', 4e9],
    ['4096Mi', 4 * 1024 ** 3],
    ['4194304Ki', 4 * 1024 ** 3],
    ['1k', 1000],
    ['4e9', 4e9],
    ['4E9', 4e9],
    ['1E', 1e18],
    ['+2', 2],
  ])('reads %p as %p', (text, expected) => {
    expect(parseQuantity(text)).toBe(expected);
  });

  it.each([
    undefined,
    null,
    '',
    'lots',
    '4GB',
    '4gi',
    '2K',
    '-1',
    -1,
    '1 Gi',
    '1Gi2',
    '1e',
    {},
    true,
  ])('does not read %p', value => {
    expect(parseQuantity(value)).toBeUndefined();
  });

  it('tells 4G from 4Gi', () => {
    expect(parseQuantity('4G')).toBeLessThan(parseQuantity('4Gi') ?? 0);
  });
});

describe('parseMillicores', () => {
  it.each([
    ['2', 2000],
    ['1999m', 1999],
    [0.1, 100],
    [0.29, 290],
    ['100u', 1],
  ])('reads %p as %p', (text, expected) => {
    expect(parseMillicores(text)).toBe(expected);
  });
});

describe('parseMebibytes', () => {
  it.each([
    ['4Gi', 4096],
    ['4G', 4e9 / 2 ** 20],
    ['512Mi', 512],
  ])('reads %p as %p', (text, expected) => {
    expect(parseMebibytes(text)).toBe(expected);
  });
});
