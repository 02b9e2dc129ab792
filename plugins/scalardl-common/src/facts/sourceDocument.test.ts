import {
  readSourceDocument,
  readSourceDocuments,
  within,
} from './sourceDocument';
import type { SourceDocument } from './sourceDocument';

function document(text: string, dialect?: 'kubernetes' | 'github') {
  const fact = readSourceDocument('a.yaml', text, { dialect });
  if (!fact.ok) throw new Error(fact.reason);
  return fact.value;
}

function lineOf(source: SourceDocument, ...keys: (string | number)[]) {
  return source.locate(...keys).line;
}

describe('readSourceDocument', () => {
  const text = [
    '# comment',
    'vpc:',
    '  cidr: 10.1.0.0/20',
    'groups:',
    '  - name: one',
    '  - name: two',
    '    size: 3',
  ].join('\n');

  it('locates keys, entries of lists, and the nearest parent of what is missing', () => {
    const source = document(text);
    expect(source.locate('vpc', 'cidr')).toEqual({
      file: 'a.yaml',
      line: 3,
      column: 3,
    });
    expect(lineOf(source, 'groups', 1, 'size')).toBe(7);
    expect(lineOf(source, 'groups', 1)).toBe(6);
    expect(lineOf(source, 'vpc', 'nat', 'gateway')).toBe(2);
    expect(lineOf(source, 'missing')).toBe(2);
  });

  it('gives values, and nothing for keys that are inherited or missing', () => {
    const source = document(text);
    expect(source.get('groups', 1, 'size')).toBe(3);
    expect(source.get('vpc', 'toString')).toBeUndefined();
    expect(source.get('vpc', 'cidr', 'length')).toBeUndefined();
  });

  it('reads YAML 1.1 words as eksctl, Helm and kubectl do, and as text for GitHub', () => {
    const words = 'a: no\nb: Yes\nc: "no"\non: off\n';
    expect(document(words).value).toEqual({
      a: false,
      b: true,
      c: 'no',
      true: false,
    });
    expect(document(words, 'github').value).toEqual({
      a: 'no',
      b: 'Yes',
      c: 'no',
      on: 'off',
    });
  });

  it('follows merge keys', () => {
    const source = document(
      'one: &one {size: 3}\ntwo:\n  <<: *one\n  name: x\n',
    );
    expect(source.get('two')).toEqual({ size: 3, name: 'x' });
  });

  it('keeps the lines of a literal block, and says where any other text starts', () => {
    const source = document(
      'a:\n  text: |\n    one\n\n      three\n  quoted: "x\\ny"\n',
    );
    expect(source.locateLine(0, 'a', 'text')).toMatchObject({
      line: 3,
      column: 5,
    });
    expect(source.locateLine(2, 'a', 'text')).toMatchObject({
      line: 5,
      column: 7,
    });
    expect(source.locateLine(1, 'a', 'quoted')).toMatchObject({ line: 6 });
  });

  it('keeps positions in a part of a document', () => {
    const part = within(document(text), 'groups', 1);
    expect(part.get('size')).toBe(3);
    expect(lineOf(part, 'size')).toBe(7);
    expect(part.value).toEqual({ name: 'two', size: 3 });
  });

  it.each([
    ['a syntax error', 'a: [1', 'a.yaml is not valid YAML'],
    [
      'a repeated key',
      'a: 1\na: 2\n',
      'a.yaml is not valid YAML: Map keys must be unique',
    ],
    ['an alias without an anchor', 'a: *b\n', 'a.yaml is not valid YAML'],
    [
      'several documents',
      'a: 1\n---\nb: 2\n',
      'holds 2 YAML documents, expected one',
    ],
    ['no document', '', 'holds 0 YAML documents, expected one'],
    [
      'aliases that grow without bound',
      `${['a: &a [x, x, x, x, x, x, x, x, x]', 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]', 'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]', 'd: [*c, *c, *c, *c, *c, *c, *c, *c, *c]'].join('\n')}\n`,
      'Excessive alias count',
    ],
  ])('is unreadable for %s', (_, broken, reason) => {
    const fact = readSourceDocument('a.yaml', broken);
    expect(fact).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('reads every document of a file with its own lines', () => {
    const fact = readSourceDocuments('a.yaml', 'a: 1\n---\nb: 2\n');
    expect(fact.ok && fact.value.map(({ value }) => value)).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
    expect(fact.ok && fact.value[1]?.locate('b').line).toBe(3);
  });
});
