import { batches, forEach } from './batches';

describe('batches', () => {
  it.each([
    [0, []],
    [2, [2]],
    [3, [3]],
    [7, [3, 3, 1]],
  ])('puts %i items into parts of %j', (count, sizes) => {
    const items = Array.from({ length: count }, (_, index) => index);
    const parts = batches(items, 3);
    expect(parts.map(({ length }) => length)).toEqual(sizes);
    expect(parts.flat()).toEqual(items);
  });
});

describe('forEach', () => {
  it('keeps the order, and a few at most under way at once', async () => {
    let now = 0;
    let most = 0;
    const items = Array.from({ length: 40 }, (_, index) => index);
    const doubled = await forEach(items, async item => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(resolve => setTimeout(resolve, (item * 7) % 5));
      now -= 1;
      return item * 2;
    });
    expect(doubled).toEqual(items.map(item => item * 2));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('fails with the first failure', async () => {
    const work = async (item: number) => {
      if (item === 3) throw new Error('the third');
    };
    await expect(forEach([1, 2, 3], work)).rejects.toThrow('the third');
  });
});
