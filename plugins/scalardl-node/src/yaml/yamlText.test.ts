import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { overlaid, yamlText } from './yamlText';

const HOSTILE = fc.constantFrom(
  'yes',
  'on',
  'null',
  '~',
  '0x1f',
  '012',
  '1e3',
  '12:30:45',
  '2027-03-31',
  '<<',
  '---',
  '- a',
  'a: b',
  '# a',
  '%YAML',
  '&a',
  '*a',
  '!!js/function',
  'a\n---\nb',
  'a\u2028b',
  "'",
  '"',
  '${{ secrets.A }}',
);

describe('yamlText', () => {
  it('should write text that YAML 1.1 and 1.2 read back unchanged', () => {
    const text = fc.oneof(HOSTILE, fc.string({ unit: 'grapheme' }));
    const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text));
    fc.assert(
      fc.property(fc.dictionary(text, value), data => {
        const written = yamlText('head', [{ data }]);
        expect(parse(written)).toEqual(data);
        expect(parse(written, { version: '1.1', merge: false })).toEqual(data);
      }),
      { numRuns: 300 },
    );
  });

  it('should write several documents under one header', () => {
    const written = yamlText('first\nsecond', [
      { data: { a: 1 } },
      { data: { b: 2 } },
    ]);
    expect(written).toBe('# first\n# second\na: 1\n---\nb: 2\n');
    expect(parseAllDocuments(written)).toHaveLength(2);
  });

  it('should write comments above keys and list items', () => {
    const data = { a: { b: 1 }, c: [{ d: 2 }] };
    const written = yamlText('head', [
      {
        data,
        comments: [
          { at: ['a', 'b'], guideline: 'some-guideline', text: 'why' },
          { at: ['c', 0], text: 'which' },
          { at: ['gone'], text: 'never written' },
        ],
      },
    ]);
    expect(written).toBe(
      '# head\na:\n  # some-guideline: why\n  b: 1\nc:\n  # which\n  - d: 2\n',
    );
  });
});

describe('overlaid', () => {
  const content = {
    data: { a: { b: 1 }, c: 2 },
    comments: [
      { at: ['a', 'b'], text: 'about 1' },
      { at: ['c'], text: 'about 2' },
    ],
  };

  it('should drop the comment of a value that the overlay changes', () => {
    const { data, comments } = overlaid(content, { a: { b: 3 } });
    expect(data).toEqual({ a: { b: 3 }, c: 2 });
    expect(comments).toEqual([{ at: ['c'], text: 'about 2' }]);
  });

  it('should change nothing without an overlay', () => {
    expect(overlaid(content, undefined)).toBe(content);
  });
});
