import { MAXIMUM_DEPTH, MAXIMUM_VALUES } from './flaw';
import { MAXIMUM_CHARACTERS, readSource } from './readSource';

function flawsOf(text: string): string[] {
  return readSource(text, 'a.yaml').problems.map(
    ({ line, column, key, received }) => `${line}:${column} ${key} ${received}`,
  );
}

describe('readSource', () => {
  const text = 'a: 1.30\nb:\n  - x: true\n  - ~\n"c.d": &n {e: text}\nf: *n\n';
  const { source, problems } = readSource(text, 'a.yaml');

  it('gives plain data', () => {
    expect(problems).toEqual([]);
    expect(source?.value).toEqual({
      a: 1.3,
      b: [{ x: true }, null],
      'c.d': { e: 'text' },
      f: { e: 'text' },
    });
  });

  it('tells where a key or an item stands', () => {
    const at = (line: number, column: number) => ({
      file: 'a.yaml',
      line,
      column,
    });
    expect(source?.locate(['a'])).toEqual(at(1, 1));
    expect(source?.locate(['b', 0, 'x'])).toEqual(at(3, 5));
    expect(source?.locate(['b', 1])).toEqual(at(4, 5));
    expect(source?.locate(['c.d', 'e'])).toEqual(at(5, 12));
  });

  it('tells where the nearest key stands on the way to a missing one', () => {
    expect(source?.locate(['b', 0, 'y', 'z'])).toMatchObject({ line: 3 });
    expect(source?.locate([])).toMatchObject({ line: 1, column: 1 });
  });

  it('remembers how a number or a flag was written', () => {
    expect(source?.written(['a'])).toBe('1.30');
    expect(source?.written(['b', 0, 'x'])).toBe('true');
    expect(source?.written(['c.d', 'e'])).toBeUndefined();
    expect(source?.written(['missing'])).toBeUndefined();
  });

  it('gets a value, and nothing that an object inherits', () => {
    expect(source?.get(['b', 0, 'x'])).toBe(true);
    expect(source?.get(['toString'])).toBeUndefined();
  });

  describe('refuses', () => {
    it.each([
      ['an empty text', '', '1:1  an empty file'],
      ['a second document', 'a: 1\n---\nb: 2\n', '2:1  a second one'],
      ['YAML 1.1', '%YAML 1.1\n---\na: 1\n', '1:1  the directive %YAML 1.1'],
      [
        'a repeated key',
        'a: 1\nb: 2\na: 3\n',
        '3:1 a the key that already stands on line 1',
      ],
      [
        'a merge key',
        'a: &a {b: 1}\nc: {<<: *a}\n',
        '2:5 c["<<"] the merge key <<, which YAML 1.2 does not have',
      ],
      ['__proto__', 'a: {__proto__: 1}\n', '1:5 a.__proto__ __proto__'],
      ['constructor', 'constructor: 1\n', '1:1 constructor constructor'],
      ['prototype', '- prototype: 1\n', '1:3 [0].prototype prototype'],
      ['a number as key', 'a:\n  1: b\n', '2:3 a 1'],
      ['an empty key', ': b\n', '1:1  something else'],
      ['a list as key', '? [a]\n: b\n', '1:3  something else'],
      ['an infinite number', 'a: .inf\n', '1:1 a .inf'],
      ['no number', 'a: [.nan]\n', '1:5 a[0] .nan'],
      ['an unknown anchor', 'a: *b\n', '1:1 a *b'],
      ['an anchor that comes later', 'a: *b\nb: &b 1\n', '1:1 a *b'],
      ['an endless alias', 'a: &a [*a]\n', '1:8 a[0] *a inside &a'],
    ])('%s', (_, refused, flaw) => {
      expect(flawsOf(refused)).toEqual([flaw]);
    });

    it('an unknown tag', () => {
      expect(flawsOf('a: !secret x\n')).toEqual([
        expect.stringContaining('Unresolved tag'),
      ]);
    });

    it('too many characters', () => {
      const long = `a: ${'x'.repeat(MAXIMUM_CHARACTERS)}`;
      expect(flawsOf(long)).toEqual([`1:1  ${long.length}`]);
    });

    it('too many values behind aliases, soon', () => {
      const ten = (item: string) => Array(10).fill(item).join(', ');
      const bomb = `a: &a [${ten('x')}]\nb: &b [${ten('*a')}]\nc: &c [${ten('*b')}]\nd: &d [${ten('*c')}]\ne: [${ten('*d')}]\n`;
      const { problems: found } = readSource(bomb, 'a.yaml');
      expect(found).toEqual([
        expect.objectContaining({
          line: 1,
          expected: expect.stringContaining(`${MAXIMUM_VALUES} values`),
        }),
      ]);
    });

    it('too deep nesting, also where the YAML reader itself gives up', () => {
      for (const depth of [MAXIMUM_DEPTH + 1, 50_000]) {
        const { problems: found } = readSource(
          '['.repeat(depth) + ']'.repeat(depth),
          'a.yaml',
        );
        expect(found).toHaveLength(1);
        expect(`${found[0]?.expected} ${found[0]?.received}`).toMatch(
          /inside each other|nested too deeply/,
        );
      }
    });

    it('broken YAML with the first error of each line', () => {
      expect(flawsOf('a: @\nb: @ @\n').map(flaw => flaw.slice(0, 3))).toEqual([
        '1:4',
        '2:4',
      ]);
    });
  });
});
