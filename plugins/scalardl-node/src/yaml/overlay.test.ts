import { mergeOverlay } from './overlay';

describe('mergeOverlay', () => {
  it('should merge mappings key by key', () => {
    expect(
      mergeOverlay({ a: { b: 1, c: 2 }, d: 3 }, { a: { c: 4, e: 5 } }),
    ).toEqual({ a: { b: 1, c: 4, e: 5 }, d: 3 });
  });

  it('should replace lists and scalars', () => {
    expect(
      mergeOverlay({ a: [1, 2], b: 'x' }, { a: [3], b: { c: 1 } }),
    ).toEqual({ a: [3], b: { c: 1 } });
  });

  it('should leave its arguments as they are', () => {
    const base = { a: { b: 1 } };
    const overlay = { a: { c: 2 } };
    mergeOverlay(base, overlay);
    expect([base, overlay]).toEqual([{ a: { b: 1 } }, { a: { c: 2 } }]);
  });

  it('should keep a key called __proto__ as data', () => {
    const overlay = JSON.parse('{"a": {"__proto__": {"polluted": true}}}');
    const merged = mergeOverlay({ a: { b: 1 } }, overlay);
    expect(JSON.stringify(merged)).toBe(
      '{"a":{"b":1,"__proto__":{"polluted":true}}}',
    );
    expect({}).not.toHaveProperty('polluted');
  });
});
