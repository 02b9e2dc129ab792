import { type Problem, formatProblem } from './problem';

const PROBLEM: Problem = {
  file: 'scalardl.yaml',
  line: 12,
  column: 7,
  key: 'spec.ledger.network.cidr',
  expected: 'a range',
  received: '"x"',
  remedy: 'Write a range.',
};

describe('formatProblem', () => {
  it('says where, what was expected, what was received and what to do', () => {
    expect(formatProblem(PROBLEM)).toBe(
      'scalardl.yaml:12:7 spec.ledger.network.cidr: expected a range, received "x". Write a range.',
    );
  });

  it('names the guideline behind it', () => {
    const text = formatProblem({ ...PROBLEM, guideline: 'tls-enabled' });
    expect(text).toMatch(/Write a range\. \(guideline tls-enabled\)$/);
  });

  it('names no key for the whole file', () => {
    expect(formatProblem({ ...PROBLEM, key: '' })).toMatch(
      /^scalardl\.yaml:12:7: expected/,
    );
  });
});
