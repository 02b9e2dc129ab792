import fc from 'fast-check';
import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import { stringify } from 'yaml';
import {
  type Environment,
  type Problem,
  formatProblem,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { environments } from './arbitrary';

const TODAY = '2026-11-24';
const GOOD = join(__dirname, 'good');

function parsed(text: string): Environment {
  const result = parseEnvironment(text, { today: TODAY });
  if (!result.ok)
    throw new Error(result.problems.map(formatProblem).join('\n'));
  return result.environment;
}

/** Whether a text gives what every text must: an environment, or problems that a person can act on. */
function isAnswered(text: string): boolean {
  const result = parseEnvironment(text, { today: TODAY });
  if (result.ok) return result.environment.kind === 'Environment';
  return result.problems.length > 0 && result.problems.every(isComplete);
}

function isComplete({ line, column, ...words }: Problem): boolean {
  const texts = [words.expected, words.received, words.remedy];
  return (
    line > 0 &&
    column > 0 &&
    texts.every(text => text !== '' && !text.includes('undefined'))
  );
}

describe('random environments that follow every guideline', () => {
  it('are accepted, and writing what was read reads the same', () => {
    fc.assert(
      fc.property(environments(), input => {
        const environment = parsed(stringify(input));
        const again = stringify(environment);
        expect(parsed(again)).toEqual(environment);
        expect(stringify(parsed(again))).toBe(again);
      }),
      { numRuns: 300 },
    );
  });
});

describe('good files', () => {
  it.each(readdirSync(GOOD))('%s is accepted', file => {
    const text = readFileSync(join(GOOD, file), 'utf8');
    expect(parsed(text).kind).toBe('Environment');
  });
});

describe('any text', () => {
  const good = readFileSync(join(GOOD, 'payments.yaml'), 'utf8');
  const lines = good.split('\n');

  it('gives an environment or problems', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc
            .array(
              fc.constantFrom(
                ...['a', ': ', '- ', '\n', '  ', '[', ']', '{', '}', ','],
                ...['&a ', '*a', '!!str ', '"', "'", '|', '>', '#', '? '],
                ...['<<', '__proto__', '---\n', '%YAML 1.1\n', '0x1', '~'],
              ),
              { maxLength: 40 },
            )
            .map(tokens => tokens.join('')),
        ),
        text => expect(isAnswered(text)).toBe(true),
      ),
      { numRuns: 1000 },
    );
  });

  it('that deviates from a good file gives an environment or problems', () => {
    fc.assert(
      fc.property(mutations(lines), text =>
        expect(isAnswered(text)).toBe(true),
      ),
      { numRuns: 500 },
    );
  });
});

/** A good file with a few lines removed, repeated, exchanged, indented or cut, or with text put into them. */
function mutations(lines: readonly string[]): fc.Arbitrary<string> {
  const place = fc.nat(lines.length - 1);
  const inserted = fc.constantFrom(
    ...[
      'null',
      '-1',
      '[]',
      '{}',
      '::/0',
      '1e309',
      '"',
      '*x',
      '&x',
      '\t',
      '...',
    ],
  );
  const change = fc.oneof(
    place.map(
      at => (text: string[]) => text.filter((_, index) => index !== at),
    ),
    fc.tuple(place, place).map(
      ([from, to]) =>
        (text: string[]) =>
          text.toSpliced(to, 0, text[from] ?? ''),
    ),
    place.map(
      at => (text: string[]) => text.with(at % text.length, `  ${text[at]}`),
    ),
    fc.tuple(place, inserted).map(
      ([at, value]) =>
        (text: string[]) =>
          text.with(
            at % text.length,
            (text[at % text.length] ?? '').replace(/:.*$/, `: ${value}`),
          ),
    ),
    fc.tuple(place, fc.nat(40)).map(
      ([at, length]) =>
        (text: string[]) =>
          text.with(
            at % text.length,
            (text[at % text.length] ?? '').slice(0, length),
          ),
    ),
  );
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map(changes =>
      changes.reduce((text, apply) => apply(text), [...lines]).join('\n'),
    );
}
