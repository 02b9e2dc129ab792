import * as fc from 'fast-check';
import type { Level, Report, Result, Verdict } from '../report';

/** What breaks out of Markdown, HTML, XML, workflow commands and terminals. */
const HOSTILE = [
  '|',
  '\n',
  '\r\n',
  '`',
  '```\n',
  '</details>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  ']]>',
  '&amp;',
  '&#124;',
  '[a](http://b)',
  '](',
  '![',
  '@team',
  '#1',
  'https://example.com',
  'www.example.com',
  '::error::',
  '##[error]',
  '\\',
  '\\|',
  '**',
  '__',
  '~~',
  '$x$',
  '\u0000',
  '\u0007',
  '\u001B[2J',
  '\u202E',
  '\uD800',
  '\uDC00',
  '\uFFFE',
  '\u{1F600}',
  '\u{10FFFF}',
  '\u2028',
  '\u00A0',
  '__proto__',
];

/** Texts of unknown origin: any code units at all, and markup in between. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ maxLength: 12 }),
      // Halves of surrogate pairs, which `unit: 'binary'` never makes.
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
        .map(units => String.fromCharCode(...units)),
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''));

const anyVerdict = fc.constantFrom<Verdict>(
  'pass',
  'fail',
  'unknown',
  'skipped',
  'waived',
);

const anyLocation = fc.record({
  file: anyText,
  line: fc.integer({ min: 1, max: 100_000 }),
  column: fc.integer({ min: 1, max: 1000 }),
});

const anySubject = fc.record(
  {
    id: anyText,
    verdict: anyVerdict,
    detail: anyText,
    location: anyLocation,
  },
  { requiredKeys: ['id', 'verdict'] },
);

const anyResult: fc.Arbitrary<Result> = fc.record(
  {
    guideline: anyText,
    level: fc.constantFrom<Level>('requirement', 'recommendation', 'derived'),
    stage: fc.constantFrom<Result['stage']>('plan', 'live'),
    scope: fc.oneof(
      fc.constantFrom<Result['scope']>('ledger', 'auditor', 'pair'),
      anyText.map((name): Result['scope'] => `application:${name}`),
    ),
    verdict: anyVerdict,
    reason: anyText,
    expected: anyText,
    observed: anyText,
    subjects: fc.array(anySubject, { maxLength: 3 }),
    subjectCount: fc.nat({ max: 100 }),
    remedy: anyText,
    location: anyLocation,
  },
  {
    requiredKeys: [
      'guideline',
      'level',
      'stage',
      'scope',
      'verdict',
      'subjects',
      'subjectCount',
    ],
  },
);

/** Reports that hold whatever a file may make them hold. */
export const anyReport: fc.Arbitrary<Report> = fc.record(
  {
    schemaVersion: fc.constant(1),
    environment: anyText,
    tool: anyText,
    startedAt: fc.constant('2026-11-23T10:00:00.000Z'),
    complete: fc.boolean(),
    results: fc.array(anyResult, { maxLength: 8 }),
  },
  {
    requiredKeys: ['schemaVersion', 'tool', 'startedAt', 'complete', 'results'],
  },
);
