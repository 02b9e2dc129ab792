import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { anyReport, anyText } from '../__testUtils__/anyReport';
import { MIXED, reportOf, resultOf } from '../__testUtils__/report';
import type { Report } from '../report';
import { printable, shortened } from '../text/printable';
import { codeText, proseText } from './escape';
import { COLUMNS } from './row';
import { COMMENT_MARK, toComment, toMarkdown } from './toMarkdown';

function parse(markdown: string) {
  return fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

/** The rows under the heads of the tables of results, each as its cells. */
function rows(markdown: string): string[][] {
  return parse(markdown).children.flatMap(node =>
    node.type === 'table' && node.children[0]?.children.length === 5
      ? node.children
          .slice(1)
          .map(({ children }) =>
            children.map(cell => toString(cell, { includeHtml: false })),
          )
      : [],
  );
}

/** How many results of a report are to be seen in its Markdown. */
function rowCount(markdown: string): number {
  return rows(markdown).length;
}

describe('toMarkdown', () => {
  it('shows the worst first and folds what passes or was skipped', () => {
    expect(toMarkdown(MIXED)).toMatchSnapshot();
  });

  it('says that a run was cut short', () => {
    expect(toMarkdown({ ...MIXED, complete: false })).toContain(
      'The run ended before everything was read',
    );
  });

  it('keeps one row of five cells a result, whatever the texts', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const found = rows(toMarkdown(report));
        expect(found).toHaveLength(report.results.length);
        for (const cells of found) expect(cells).toHaveLength(5);
      }),
      { numRuns: 150 },
    );
  });

  it('makes no element, image or link of a text of unknown origin', () => {
    fc.assert(
      fc.property(anyReport, report => {
        const markdown = toMarkdown(report);
        const tags = markdown.match(/<\/?[a-z!][^>]*>/gi) ?? [];
        const known = /^(?:<br>|<\/?code>|<\/?details>|<\/?summary>)$/;
        expect(tags.filter(tag => !known.test(tag))).toEqual([]);
        const nodes = nodesOf(parse(markdown));
        expect(nodes.filter(({ type }) => type === 'image')).toEqual([]);
        // An address may become a link to what it says, but nothing else may.
        const links = nodes.filter(({ type }) => type === 'link');
        const hidden = links.filter(
          node => !node.url?.endsWith(toString(node)),
        );
        const guidelines = links.filter(({ url }) => url?.endsWith('/doc.md'));
        expect(guidelines).toHaveLength(report.results.length);
        expect(hidden.filter(link => !guidelines.includes(link))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('never has more bytes than it may, and counts what it left out', () => {
    fc.assert(
      fc.property(
        anyReport,
        fc.integer({ min: 6000, max: 20_000 }),
        (report, maximumBytes) => {
          const markdown = toMarkdown(report, { maximumBytes });
          expect(bytes(markdown)).toBeLessThanOrEqual(maximumBytes);
          const leftOut = Number(
            /\*\*(\d+) results are left out/.exec(markdown)?.[1] ?? 0,
          );
          expect(rowCount(markdown) + leftOut).toBe(report.results.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('stays below the limit of a job summary with the worst still there', () => {
    const results = [
      ...Array.from({ length: 30_000 }, (_, index) =>
        resultOf({
          guideline: `passing-${index}`,
          reason: '日本語の理由 '.repeat(20),
        }),
      ),
      resultOf({ guideline: 'the-one-that-fails', verdict: 'fail' }),
    ];
    const markdown = toMarkdown(reportOf(results));
    expect(bytes(markdown)).toBeLessThanOrEqual(1_048_576);
    expect(bytes(markdown)).toBeGreaterThan(1_000_000);
    expect(markdown).toContain('the-one-that-fails');
    expect(markdown).toMatch(/\*\*\d+ results are left out here\*\*/);
    expect(markdown.match(/<details>/g)).toHaveLength(1);
    expect(markdown.match(/<\/details>/g)).toHaveLength(1);
  });

  it('says how much room it needs where there is too little', () => {
    expect(() => toMarkdown(MIXED, { maximumBytes: 100 })).toThrow(
      /^Expected room for at least \d+, received 100; raise the maximum\.$/,
    );
  });

  it('names at most five subjects and says how many there are', () => {
    const subjects = Array.from({ length: 20 }, (_, index) => ({
      id: `group-${index}`,
      verdict: 'fail' as const,
    }));
    const markdown = toMarkdown(
      reportOf([resultOf({ verdict: 'fail', subjects, subjectCount: 45 })]),
    );
    expect(markdown.match(/group-\d+/g)).toHaveLength(5);
    expect(markdown).toContain('20 of the 20 listed, 45 in all');
  });
});

describe('toComment', () => {
  it('lists only what needs a look, and can be found again', () => {
    const comment = toComment(MIXED);
    expect(comment.startsWith(COMMENT_MARK)).toBe(true);
    expect(rows(comment).map(([verdict]) => verdict)).toEqual([
      '❌ fail',
      '❌ fail',
      '❓ unknown',
      '🕒 waived',
    ]);
    expect(comment).toContain('1 results that pass and 1 that were skipped');
  });

  it('never has more characters than it may', () => {
    fc.assert(
      fc.property(
        anyReport,
        fc.integer({ min: 6000, max: 20_000 }),
        (report, maximumCharacters) => {
          const comment = toComment(report, { maximumCharacters });
          expect(comment.length).toBeLessThanOrEqual(maximumCharacters);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('fits a comment of GitHub however much fails', () => {
    const results = Array.from({ length: 5000 }, () =>
      resultOf({ verdict: 'fail', observed: '\u{1F600}|'.repeat(100) }),
    );
    const comment = toComment(reportOf(results));
    expect(comment.length).toBeLessThanOrEqual(65_536);
    expect(comment).toContain('results are left out here');
  });
});

describe.each([
  ['proseText', proseText],
  ['codeText', codeText],
])('%s', (_, escape) => {
  it('reads as the text it was given', () => {
    fc.assert(
      fc.property(anyText, text => {
        const [[, , , cell] = []] = rows(
          `${COLUMNS}| a | b | c | ${escape(text)} | d |\n`,
        );
        const expected = shortened(printable(text), 400);
        expect(cell?.replaceAll('\u200B', '').trim()).toBe(
          expected.replaceAll('\u200B', '').trim(),
        );
      }),
      { numRuns: 400 },
    );
  });
});

it('mentions nobody and no issue outside of code', () => {
  expect(proseText('ask @org/team about #12')).toBe(
    'ask &#64;&#8203;org/team about &#35;&#8203;12',
  );
});

type Tree = { type: string; url?: string; children?: Tree[] };

function nodesOf(node: Tree): Tree[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}

it('links every guideline to its page', () => {
  const report: Report = reportOf([resultOf({ guideline: 'tls-enabled' })]);
  expect(toMarkdown(report)).toContain(
    '[tls-enabled](https://github.com/scalardl-on-eks/scalardl-on-eks/blob/main/plugins/scalardl-common/src/guidelines/tls-enabled/doc.md)',
  );
});
