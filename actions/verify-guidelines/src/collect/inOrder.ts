import type { LiveFactName } from '@scalardl-on-eks/plugin-scalardl-common';
import type { AnyCollector } from './collector';

/**
 * Does the work for every collector, at the same time as far as they do not wait for each other. A fact that nobody
 * reads is not waited for.
 */
export async function inOrder(
  collectors: readonly AnyCollector[],
  work: (collector: AnyCollector) => Promise<void>,
): Promise<void> {
  const begun = new Map<LiveFactName, Promise<void>>();
  const begin = async (collector: AnyCollector): Promise<void> => {
    const { needs = [], uses = [] } = collector;
    const before = collectors.filter(({ fact }) =>
      [...needs, ...uses].includes(fact),
    );
    await Promise.all(before.map(once));
    await work(collector);
  };
  function once(collector: AnyCollector): Promise<void> {
    const known = begun.get(collector.fact) ?? begin(collector);
    begun.set(collector.fact, known);
    return known;
  }
  await Promise.all(collectors.map(once));
}
