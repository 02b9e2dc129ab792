import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  ENVIRONMENT_FILE,
  guidelines,
  judgePlan,
  readPlanFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';
import {
  planChanges,
  readRepositoryFiles,
} from '@scalardl-on-eks/plugin-scalardl-node';
import { GOLDEN_DAY, goldens, renderGolden } from './golden';

const ENVIRONMENTS = 'environments';

describe('golden environments', () => {
  it('should have a folder each, and no folder without one', () => {
    const folders = readdirSync(__dirname, { withFileTypes: true })
      .filter(entry => entry.isDirectory() && entry.name !== ENVIRONMENTS)
      .map(({ name }) => name)
      .sort();
    expect(folders).toEqual(goldens().map(({ name }) => name));
  });

  describe.each(goldens())('$name', golden => {
    const rendered = Object.fromEntries(
      renderGolden(golden).map(({ path, content }) => [path, content]),
    );

    it('should render to its folder; npm run golden:update rewrites it', async () => {
      expect(existsSync(join(golden.directory, 'scalardl.yaml'))).toBe(true);
      expect(rendered).toEqual(await readRepositoryFiles(golden.directory));
    });

    it('should change nothing when it is rendered again', async () => {
      const existing = await readRepositoryFiles(golden.directory);
      const changes = planChanges(renderGolden(golden), existing);
      expect(changes.filter(({ change }) => change !== 'keep')).toEqual([]);
    });

    it('should follow every guideline, or waive it', () => {
      const facts = readPlanFacts(rendered, { today: GOLDEN_DAY });
      // Files alone cannot prove everything about a VPC that somebody else made.
      const broken = judgePlan(guidelines, facts).filter(
        ({ verdict, level }) =>
          verdict === 'fail' ||
          (verdict === 'unknown' && level === 'requirement'),
      );
      expect(broken).toEqual([]);
    });

    it('should name guidelines that exist in its comments', () => {
      const ids = guidelines.map(({ id }) => id);
      const named = Object.entries(rendered).flatMap(([path, content]) =>
        path === ENVIRONMENT_FILE
          ? []
          : [...content.matchAll(/^[ -]*# ([a-z]+(?:-[a-z0-9]+)+): /gm)].map(
              ([, id]) => id,
            ),
      );
      expect(named.length).toBeGreaterThan(5);
      expect(named.filter(id => !ids.includes(id ?? ''))).toEqual([]);
    });
  });
});
