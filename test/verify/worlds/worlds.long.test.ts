import type { Result } from '@scalardl-on-eks/plugin-scalardl-common';
import { join } from 'node:path';
import { expectedText } from '../../environment/expected';
import { withTools } from '../../tools/withTools.ts';
import { keyOf } from '../truth/judge/verdicts.ts';
import { foundAs, isAsHealthy, partOf, toldOf } from './evidence.ts';
import { judgePairs } from './judgePairs.ts';
import type { OtherWorld } from './otherWorld.ts';
import { worldsPage } from './page.ts';
import { PAIRS } from './pairs.ts';

/** Several worlds are built one after another; on a machine that runs every test at once that takes minutes. */
const TIMEOUT_MILLISECONDS = 20 * 60_000;

const PAGE = join(__dirname, '../../../plugins/scalardl-common/docs/worlds.md');

const WORLDS = PAIRS.flatMap(({ name, worlds }) =>
  worlds.map(world => ({ title: world.title, world, pair: name })),
);

withTools(['moto', 'kubernetes', 'kwok'], ({ moto, kubernetes, kwok }) => {
  jest.setTimeout(TIMEOUT_MILLISECONDS);

  describe('worlds that are not made by us', () => {
    const found = new Map<string, Promise<readonly Result[]>>();

    beforeAll(async () => {
      const judged = await judgePairs(PAIRS, {
        moto: moto.path,
        kubernetes: kubernetes.path,
        kwok: kwok.path,
      });
      judged.forEach((one, index) => {
        const results =
          one.status === 'fulfilled'
            ? Promise.resolve(one.value.results)
            : Promise.reject(one.reason as Error);
        // The tests of the pair tell of it.
        results.catch(() => {});
        found.set(PAIRS[index]?.name ?? '', results);
      });
    });

    const resultsOf = async (pair: string) => (await found.get(pair)) ?? [];

    it.each(WORLDS)('$title', async ({ world, pair }) => {
      const told = toldOf(world, await resultsOf(pair));
      expect(
        told.map(({ result, found: seen }) => [keyOf(result), seen]),
      ).toEqual(
        told.map(({ result }) => [keyOf(result), wantedOf(world, result)]),
      );
      const missing = Object.keys(world.expect).filter(
        key => !told.some(({ result }) => keyOf(result) === key),
      );
      expect(missing).toEqual([]);
    });

    it.each(PAIRS)(
      'tell of every result that is not as in a healthy world: $name',
      async ({ name, worlds }) => {
        const scopes = worlds.flatMap(world => world.scopes);
        const left = (await resultsOf(name)).filter(
          result =>
            !scopes.includes(partOf(result.scope)) && !isAsHealthy(result),
        );
        expect(
          left.map(result => `${keyOf(result)}: ${foundAs(result).says}`),
        ).toEqual([]);
      },
    );

    it('have their tables in the documentation', async () => {
      const judged = await Promise.all(
        WORLDS.map(async ({ world, pair }) => ({
          world,
          results: await resultsOf(pair),
        })),
      );
      const page = worldsPage(judged);
      expect(expectedText(PAGE, page)).toBe(page);
    });
  });
});

/** Without words nobody expected anything of the result, and what it says is no answer. */
function wantedOf({ expect: expected, telling }: OtherWorld, result: Result) {
  return isAsHealthy(result)
    ? { verdict: result.verdict, says: telling[result.guideline] }
    : expected[keyOf(result)];
}
