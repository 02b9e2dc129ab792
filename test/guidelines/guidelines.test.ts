import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type RepositoryFiles,
  type Result,
  guidelines,
  judgePlan,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { type Fixture, readFixture, verdictOf } from './fixture';
import { applyEdits, lineOf, readGolden } from './repository';

const only = process.env.GUIDELINE;
const chosen = guidelines.filter(
  ({ id, plan }) => plan && (!only || id === only),
);

function judge(files: RepositoryFiles, today: string): Result[] {
  return judgePlan(guidelines, readPlanFacts(files, { today }));
}

const judged = new Map<string, Result[]>();

/** The verdicts on a golden repository without edits; many fixtures compare with the same. */
function judgeGolden(name: string, today: string): Result[] {
  const key = `${name} ${today}`;
  const results = judged.get(key) ?? judge(readGolden(name), today);
  judged.set(key, results);
  return results;
}

/** `clusters/ledger.yaml:3`, or `nowhere`. */
function placeOf(result: Result | undefined): string {
  const location = result?.location;
  return location ? `${location.file}:${location.line}` : 'nowhere';
}

/** `guideline` and scope of each verdict that differs. */
function changes(before: Result[], after: Result[]): [string, string][] {
  const verdicts = new Map(
    before.map(result => [
      `${result.guideline} ${result.scope}`,
      result.verdict,
    ]),
  );
  return after
    .filter(
      ({ guideline, scope, verdict }) =>
        verdicts.get(`${guideline} ${scope}`) !== verdict,
    )
    .map(({ guideline, scope }) => [guideline, scope]);
}

function fixturesOf(id: string): { name: string; fixture: () => Fixture }[] {
  const folder = join(__dirname, id);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap(name => {
    const verdict = verdictOf(name);
    return verdict
      ? [{ name, fixture: () => readFixture(join(folder, name), verdict) }]
      : [];
  });
}

const cases = chosen.flatMap(({ id }) =>
  fixturesOf(id).map(({ name, fixture }) => ({ id, name, fixture })),
);

describe('guidelines', () => {
  it.each(cases)('$id: $name', ({ id, fixture: load }) => {
    const fixture = load();
    const { expect: expected, today } = fixture;
    const files = applyEdits(readGolden(fixture.base), fixture.edits);
    const before = judgeGolden(fixture.base, today);
    const after = judge(files, today);
    const results = after.filter(result => result.guideline === id);

    for (const scope of expected.scope) {
      const result = results.find(candidate => candidate.scope === scope);
      expect(result).toMatchObject({ scope, verdict: fixture.verdict });
      expect(result?.observed ?? '').toContain(expected.observed ?? '');
      expect(result?.reason ?? '').toContain(expected.reason ?? '');
    }
    const place = placeOf(
      results.find(({ scope }) => scope === expected.scope[0]),
    );
    const { at } = expected;
    expect(place).toBe(at ? `${at.file}:${lineOf(files, at)}` : place);

    const changed = changes(before, after);
    const otherScopes = changed.filter(
      ([guideline, scope]) =>
        guideline === id &&
        !expected.scope.some(candidate => candidate === scope),
    );
    expect(otherScopes).toEqual([]);
    const others = changed
      .map(([guideline]) => guideline)
      .filter(guideline => guideline !== id);
    expect([...new Set(others)].sort()).toEqual([...fixture.also].sort());
  });
});
