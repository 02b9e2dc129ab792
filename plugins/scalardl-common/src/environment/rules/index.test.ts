import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { guidelines } from '../../guidelines';
import { RULES } from '.';

const FILES = readdirSync(__dirname).filter(file => file.endsWith('.ts'));

const RULE_FILES = FILES.filter(file =>
  /^export const \w+: Rule = /m.test(
    readFileSync(join(__dirname, file), 'utf8'),
  ),
);

describe('the rules', () => {
  it('are all judged', () => {
    expect(RULES.map(({ name }) => `${name}.ts`).sort()).toEqual(RULE_FILES);
  });

  it('have a test each', () => {
    const tests = RULE_FILES.map(file => file.replace('.ts', '.test.ts'));
    expect(tests.filter(file => !FILES.includes(file))).toEqual([]);
  });

  it('name guidelines that exist', () => {
    const ids = new Set(guidelines.map(({ id }) => id));
    const named = RULE_FILES.flatMap(file => [
      ...readFileSync(join(__dirname, file), 'utf8').matchAll(
        /guideline: '([^']+)'/g,
      ),
    ]).map(([, id = '']) => id);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(id => !ids.has(id))).toEqual([]);
  });
});
