import { Tail } from './tail';

describe('what eksctl complains of', () => {
  it('is its grave lines and its error, each once', () => {
    const tail = new Tail();
    tail.add(
      '2026-11-27 10:00:00 [ℹ]  creating\n2026-11-27 10:00:01 [✖]  no ca',
    );
    tail.add('pacity\nError: failed to create cluster "shop"');
    expect(tail.complaint()).toBe(
      'no capacity; failed to create cluster "shop"',
    );
  });

  it('is nothing where eksctl names nothing', () => {
    const tail = new Tail();
    tail.add('[ℹ]  fine\n');
    expect(tail.complaint()).toBe('');
  });
});
