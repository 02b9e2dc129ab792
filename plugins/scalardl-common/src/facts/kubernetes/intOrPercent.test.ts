import { resolveIntOrPercent } from './intOrPercent';

describe('resolveIntOrPercent', () => {
  it.each([
    [1, 3, 'up', 1],
    ['25%', 3, 'up', 1],
    ['25%', 3, 'down', 0],
    ['34%', 3, 'down', 1],
    ['33%', 3, 'down', 0],
    ['67%', 3, 'up', 3],
    ['100%', 3, 'down', 3],
    ['0%', 3, 'up', 0],
  ] as const)(
    'reads %p of %p rounded %s as %p',
    (value, total, round, expected) => {
      expect(resolveIntOrPercent(value, { total, round })).toBe(expected);
    },
  );

  it.each(['1', 'one', '1.5%', -1, 1.5, null, undefined, {}])(
    'does not read %p',
    value => {
      expect(
        resolveIntOrPercent(value, { total: 3, round: 'up' }),
      ).toBeUndefined();
    },
  );
});
