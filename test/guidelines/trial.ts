import {
  type RepositoryFiles,
  type Result,
  guidelines,
  judgePlan,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { Fixture } from './fixture';
import { applyEdits, readGolden } from './repository';

/** What the edits of a fixture did to the verdicts. */
export interface Trial {
  /** The files after the edits. */
  files: RepositoryFiles;
  /** The results of the fixture's own guideline. */
  results: Result[];
  /** Scopes that the fixture does not speak about, and whose verdict its guideline changed all the same. */
  otherScopes: string[];
  /** Every other guideline whose verdict changed in any scope, in alphabetical order. */
  others: string[];
}

export function tryFixture(id: string, fixture: Fixture): Trial {
  const { base, today, edits } = fixture;
  const files = applyEdits(readGolden(base), edits);
  const results = judge(files, today);
  const changed = changes(judgeGolden(base, today), results);
  const others = changed
    .map(({ guideline }) => guideline)
    .filter(guideline => guideline !== id);
  const scopes: readonly string[] = fixture.expect.scope;
  return {
    files,
    results: results.filter(({ guideline }) => guideline === id),
    otherScopes: changed
      .filter(({ guideline }) => guideline === id)
      .map(({ scope }) => scope)
      .filter(scope => !scopes.includes(scope)),
    others: [...new Set(others)].sort(),
  };
}

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

/** The results whose verdict is another than before. */
function changes(before: Result[], after: Result[]): Result[] {
  const key = ({ guideline, scope }: Result) => `${guideline} ${scope}`;
  const verdicts = new Map(before.map(result => [key(result), result.verdict]));
  return after.filter(result => verdicts.get(key(result)) !== result.verdict);
}
