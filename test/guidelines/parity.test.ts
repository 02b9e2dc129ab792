import { KEBAB_CASE, ROOT } from '../../.scripts/guidelines/layout';
import { parityProblems } from '../../.scripts/guidelines/parity';
import { guidelines } from '@scalardl-on-eks/plugin-scalardl-common';

describe('every guideline', () => {
  it('has its files, doc and fixtures, and generated files are current', () => {
    expect(parityProblems(ROOT)).toEqual([]);
  });

  it('has an id of its own in kebab-case', () => {
    const ids = guidelines.map(({ id }) => id);
    expect(ids.filter(id => !KEBAB_CASE.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});
