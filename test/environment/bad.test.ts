import { readFileSync, readdirSync } from 'fs';
import { join } from 'path';
import {
  formatProblem,
  parseEnvironment,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { expectedText } from './expected';

const FOLDER = join(__dirname, 'bad');

/** The day on which the messages were written: the tables of versions are dated. */
const TODAY = '2026-11-24';

const names = readdirSync(FOLDER)
  .filter(file => file.endsWith('.yaml'))
  .map(file => file.replace(/\.yaml$/, ''));

describe('bad environment files', () => {
  it('are more than a hundred and ten', () => {
    expect(names.length).toBeGreaterThanOrEqual(110);
  });

  it('have no message without a file', () => {
    const messages = readdirSync(FOLDER)
      .filter(file => file.endsWith('.txt'))
      .map(file => file.replace(/\.txt$/, ''));
    expect(messages.filter(name => !names.includes(name))).toEqual([]);
  });

  it.each(names)('%s is refused with its messages', name => {
    const text = readFileSync(join(FOLDER, `${name}.yaml`), 'utf8');
    const parsed = parseEnvironment(text, { today: TODAY });
    const messages = parsed.ok ? [] : parsed.problems.map(formatProblem);
    const actual = messages.map(message => `${message}\n`).join('');
    expect(actual).not.toBe('');
    expect(actual).toBe(expectedText(join(FOLDER, `${name}.txt`), actual));
  });
});
