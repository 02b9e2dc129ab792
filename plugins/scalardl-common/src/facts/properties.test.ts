import { propertiesUnder } from './properties';
import { readSourceDocument } from './sourceDocument';

function propertiesIn(text: string) {
  const fact = readSourceDocument('values.yaml', text);
  if (!fact.ok) throw new Error(fact.reason);
  const properties = propertiesUnder(fact.value, 'p');
  if (!properties) throw new Error('no properties');
  return properties;
}

describe('propertiesUnder', () => {
  const properties = propertiesIn(
    [
      'x: 1',
      'p: |',
      '  a.b=1',
      '  # a.b=2',
      '  a.b = 3  ',
      '',
      '  c: four',
      '  d five',
      '  e=one\\',
      '     two',
      '  ! f=6',
      '  g=x=y',
    ].join('\n'),
  );

  it.each([
    ['the last of repeated lines', 'a.b', '3', 5],
    ['a colon', 'c', 'four', 7],
    ['a blank', 'd', 'five', 8],
    ['a continued line', 'e', 'onetwo', 9],
    ['an equals sign in the value', 'g', 'x=y', 12],
  ])('reads %s with its line in the file', (_, key, value, line) => {
    expect(properties.get(key)).toBe(value);
    expect(properties.locate(key)).toMatchObject({ file: 'values.yaml', line });
  });

  it('knows no commented key, and says where the text stands', () => {
    expect(properties.get('f')).toBeUndefined();
    expect(properties.locate('f')).toEqual({
      file: 'values.yaml',
      line: 2,
      column: 1,
    });
  });

  it('lists the effective properties', () => {
    expect(properties.entries().map(({ key }) => key)).toEqual([
      'a.b',
      'c',
      'd',
      'e',
      'g',
    ]);
  });

  it('finds the one line of a text in quotes', () => {
    const quoted = propertiesIn('x: 1\np: "a=1\\nb=2"\n');
    expect(quoted.get('b')).toBe('2');
    expect(quoted.locate('b').line).toBe(2);
  });

  it('gives nothing where there is no text', () => {
    const fact = readSourceDocument('values.yaml', 'p: {a: 1}\n');
    expect(fact.ok && propertiesUnder(fact.value, 'p')).toBeUndefined();
  });
});
