import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { anyReport, anyText } from '../__testUtils__/anyReport';
import { MIXED } from '../__testUtils__/report';
import { countVerdicts } from '../verdicts/countVerdicts';
import { escapeXml } from './escapeXml';
import { toJunit } from './toJunit';

/** Element names and the text of a document; throws where it is not well-formed XML 1.0. */
function parseXml(xml: string) {
  const names: string[] = [];
  const values: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    names.push(name);
    values.push(...Object.values(attributes));
  });
  parser.on('text', text => texts.push(text));
  parser.write(xml).close();
  return { names, values, text: texts.join('') };
}

describe('toJunit', () => {
  it('has a suite a scope and a case a guideline', () => {
    expect(toJunit(MIXED)).toMatchSnapshot();
  });

  it('is well-formed, whatever the texts, and loses no result', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const { names } = parseXml(toJunit(report));
        const count = (name: string) =>
          names.filter(other => other === name).length;
        const { fail, unknown, skipped, waived, pass } = countVerdicts(report);
        expect(count('testcase')).toBe(report.results.length);
        expect(count('failure')).toBe(fail);
        expect(count('error')).toBe(unknown);
        expect(count('skipped')).toBe(skipped + waived);
        expect(count('system-out')).toBe(pass);
      }),
      { numRuns: 150 },
    );
  });
});

describe('escapeXml', () => {
  it('reads as the text it was given, as attribute and as element', () => {
    fc.assert(
      fc.property(anyText, text => {
        const escaped = escapeXml(text);
        const { values, text: read } = parseXml(
          `<a b="${escaped}">${escaped}</a>`,
        );
        expect(values).toEqual([read]);
        expect(escapeXml(read)).toBe(escaped);
      }),
      { numRuns: 400 },
    );
  });

  it('replaces what XML cannot hold and keeps the rest', () => {
    expect(escapeXml('a\u0000b<c> "d"\n\uD800 é 日 \u{1F600}')).toBe(
      'a\uFFFDb&lt;c&gt; &quot;d&quot;&#10;\uFFFD é 日 \u{1F600}',
    );
  });
});
