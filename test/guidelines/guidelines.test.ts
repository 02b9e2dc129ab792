import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Result,
  guidelines,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { writeAlso } from './also';
import { readFixture, verdictOf } from './fixture';
import { lineOf } from './repository';
import { tryFixture } from './trial';

const only = process.env.GUIDELINE;
const isUpdate = Boolean(process.env.UPDATE_EXPECTED);

/** Every fixture on disk, or those of the one guideline that is asked for. */
const cases = guidelines
  .filter(({ id }) => !only || id === only)
  .flatMap(({ id }) => {
    const folder = join(__dirname, id);
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap(name => {
      const verdict = verdictOf(name);
      return verdict ? [{ id, name, path: join(folder, name), verdict }] : [];
    });
  });

/** `clusters/ledger.yaml:3`, or `nowhere`. */
function placeOf(result: Result | undefined): string {
  const location = result?.location;
  return location ? `${location.file}:${location.line}` : 'nowhere';
}

describe('guidelines', () => {
  it.each(cases)('$id: $name', ({ id, path, verdict }) => {
    const fixture = readFixture(path, verdict);
    const expected = fixture.expect;
    const trial = tryFixture(id, fixture);

    const inScope = expected.scope.map(scope =>
      trial.results.find(result => result.scope === scope),
    );
    for (const result of inScope) {
      expect(result).toMatchObject({ verdict });
      expect(result?.observed ?? '').toContain(expected.observed ?? '');
      expect(result?.reason ?? '').toContain(expected.reason ?? '');
    }
    expect(trial.otherScopes).toEqual([]);

    const { at } = expected;
    const place = placeOf(inScope[0]);
    expect(place).toBe(at ? `${at.file}:${lineOf(trial.files, at)}` : place);

    if (isUpdate) writeAlso(path, trial.others);
    const also = isUpdate ? trial.others : [...fixture.also].sort();
    expect(trial.others).toEqual(also);
  });
});
