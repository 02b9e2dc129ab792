import type { Fact } from '../../facts/fact';
import type { Finding } from '../guideline';

/** What a check gets of the facts that it named, by name. */
export function valuesOf<Facts extends object>(
  facts: Facts,
  names: readonly (keyof Facts)[],
): Record<string, unknown> {
  return Object.fromEntries(
    names.map(name => {
      const fact = facts[name] as Fact<unknown>;
      return [name, fact.ok ? fact.value : undefined];
    }),
  );
}

/** The finding where a fact could not be read; `undefined` where all were. */
export function unreadFinding(
  needed: readonly Fact<unknown>[],
): Finding | undefined {
  const reasons = new Set(
    needed.flatMap(fact => (fact.ok ? [] : [fact.reason])),
  );
  if (reasons.size === 0) return undefined;
  return { verdict: 'unknown', reason: [...reasons].join('; ') };
}
