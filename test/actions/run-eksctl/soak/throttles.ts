import type { SoakCase } from '../../../soak/soakCase.ts';
import { inChapter, succeeded } from './chapters.ts';
import type { Told } from './told.ts';

/** How often AWS asks to slow down before it answers. */
const TIMES = 3;

/** Each kind of call in the first chapter that makes it. */
export function throttles(told: readonly Told[]): SoakCase[] {
  const known = new Set<string>();
  return told.flatMap(({ chapter, calls, world }) => {
    const fresh = [...new Set(calls)].filter(name => !known.has(name)).sort();
    fresh.forEach(name => known.add(name));
    return fresh.map(name => ({
      name: `run-eksctl/throttle/${chapter.name}/${name}`,
      run: inChapter(chapter, world, async ({ testbed }, tenant) => {
        const [service, operation] = name.split(':');
        let hits = async () => 0;
        succeeded(
          await tenant.run({
            inputs: chapter.inputs,
            async before(session) {
              const throttle = await testbed.inject({
                match: { service, operation, session },
                times: TIMES,
                effect: { kind: 'throttle' },
              });
              hits = throttle.hits;
            },
          }),
        );
        const wasMade = (await hits()) > 0;
        return wasMade ? undefined : { skipped: 'the call was not made' };
      }),
    }));
  });
}
