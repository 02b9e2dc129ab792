import { readProperties } from '@scalardl-on-eks/plugin-scalardl-common';
import { fromSecret, propertiesText } from './properties';

const START = { file: 'values.yaml', line: 1, column: 1 };
const place = { locateLine: () => START, whole: START };

describe('propertiesText', () => {
  it('should leave out pairs without a value', () => {
    expect(
      propertiesText([
        ['a', 'b'],
        ['c', undefined],
        ['d', 1],
        ['e', fromSecret('VARIABLE')],
      ]),
    ).toBe('a=b\nd=1\ne=${env:VARIABLE}\n');
  });

  it('should not let a backslash swallow the next line', () => {
    const text = propertiesText([
      ['a', 'b\\'],
      ['c', 'd'],
    ]);
    const properties = readProperties(text, place);
    expect(properties.get('c')).toBe('d');
    expect(properties.get('a')).toBe('b\\\\');
  });
});
