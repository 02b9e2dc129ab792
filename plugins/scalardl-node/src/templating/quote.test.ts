import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parse } from 'yaml';
import { code, languageOf, mermaid, Quoted, shellWord } from './quote';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'yes',
    '1e3',
    '"; rm -rf /; "',
    "' || true #",
    '<script>alert(1)</script>',
    '```\n# title',
    '`a``b`',
    '| a |',
    '$(id)',
    'a\\',
    '[x](javascript:y)',
  ),
);

describe('languageOf', () => {
  describe('YAML', () => {
    const yaml = languageOf('.github/workflows/deploy.yaml.eta');

    it('should write any text so that YAML reads it back', () => {
      fc.assert(
        fc.property(anyText, text => {
          fc.pre(!text.includes('${{'));
          expect(parse(`key: ${yaml(text)}\n`)).toEqual({ key: text });
          expect(parse(`key: ${yaml([text])}\n`, { version: '1.1' })).toEqual({
            key: [text],
          });
        }),
        { numRuns: 300 },
      );
    });

    it('should leave simple words plain', () => {
      expect(yaml('owner/repository/actions/name@v0.1.0')).toBe(
        'owner/repository/actions/name@v0.1.0',
      );
      expect(yaml('111111111111')).toBe('"111111111111"');
    });

    it('should take the meaning from a workflow expression', () => {
      expect(yaml('${{ secrets.A }}')).toBe('"${{ \'${{\' }} secrets.A }}"');
    });

    it('should refuse a mapping', () => {
      expect(() => yaml({ a: 1 })).toThrow(
        'Expected a scalar or a list, received object.',
      );
    });
  });

  describe('Markdown', () => {
    const markdown = languageOf('README.md.eta');

    it('should leave no mark, tag or line break of the text in force', () => {
      fc.assert(
        fc.property(anyText, text => {
          const written = markdown(text);
          expect(written).not.toMatch(/[\n\r\u2028\u2029<]/);
          expect(
            written.replace(/\\[\\`*_{}[\]()#+!|~>$\-=.]/g, ''),
          ).not.toMatch(/[\\`*_{}[\]()#+!|~>$]/);
        }),
        { numRuns: 300 },
      );
    });

    it('should refuse what is neither text nor a number', () => {
      expect(() => markdown(undefined)).toThrow(
        'Expected text or a number, received undefined.',
      );
    });
  });

  it('should refuse an unquoted value in a language it does not know', () => {
    const plain = languageOf('.github/CODEOWNERS.eta');
    expect(() => plain('x')).toThrow(
      'Expected a quoted value in .github/CODEOWNERS.eta, received string',
    );
    expect(plain(new Quoted('x'))).toBe('x');
  });
});

describe('code', () => {
  it('should fence with more backticks than the text holds', () => {
    expect(code('a``b').text).toBe('``` a``b ```');
    expect(code('a|b\nc').text).toBe('`a\\|b c`');
  });
});

describe('mermaid', () => {
  it('should write marks as entity codes', () => {
    expect(mermaid('a"]', '<b>').text).toBe('"a#34;#93;<br/>#60;b#62;"');
  });
});

describe('shellWord', () => {
  it('should reach the shell as one word with the same text', () => {
    const printable = anyText.filter(
      text => !/[\p{C}\u2028\u2029]/u.test(text),
    );
    fc.assert(
      fc.property(printable, text => {
        const read = execFileSync(
          'sh',
          ['-c', `printf %s ${shellWord(text).text}`],
          {
            encoding: 'utf8',
          },
        );
        expect(read).toBe(text);
      }),
      { numRuns: 50 },
    );
  });
});
