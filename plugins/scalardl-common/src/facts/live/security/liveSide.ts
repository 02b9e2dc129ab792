import type { Side } from '../../../report/report';
import { type Fact, type FactValue, read, unreadable } from '../../fact';
import type { SideLiveFacts } from '../liveFacts';
import type { LiveSettings } from '../settings';
import type { GroupBook } from './rules';

/** One side of the pair, and everything that was read of it. */
export interface LiveSide {
  side: Side;
  facts: SideLiveFacts;
  settings: LiveSettings;
}

export const SIDE_TITLES: Readonly<Record<Side, string>> = {
  ledger: 'Ledger',
  auditor: 'Auditor',
};

/** Both sides of the pair. */
export function liveSides({
  given,
  settings,
}: {
  given: Readonly<Record<Side, SideLiveFacts>>;
  settings: LiveSettings;
}): Record<Side, LiveSide> {
  return {
    ledger: { side: 'ledger', facts: given.ledger, settings },
    auditor: { side: 'auditor', facts: given.auditor, settings },
  };
}

/** The values of several facts as one; unreadable with every reason where one of them is. */
export function allRead<Facts extends Record<string, Fact<unknown>>>(
  facts: Facts,
): Fact<{ [K in keyof Facts]: FactValue<Facts[K]> }> {
  const entries = Object.entries(facts);
  const reasons = new Set(
    entries.flatMap(([, fact]) => (fact.ok ? [] : [fact.reason])),
  );
  if (reasons.size > 0) return unreadable([...reasons].join('; '));
  const values = entries.map(([name, fact]) => [name, fact.ok && fact.value]);
  return read(
    Object.fromEntries(values) as { [K in keyof Facts]: FactValue<Facts[K]> },
    Object.keys(facts).join(', '),
  );
}

/** The values of some facts of a side; unreadable where one of them is, with the side's name before the reasons. */
export function together<Name extends keyof SideLiveFacts>(
  { side, facts }: LiveSide,
  names: readonly Name[],
): Fact<{ [K in Name]: FactValue<SideLiveFacts[K]> }> {
  const chosen = Object.fromEntries(
    names.map(name => [name, facts[name]]),
  ) as Pick<SideLiveFacts, Name>;
  const all = allRead(chosen);
  return all.ok ? all : unreadable(`${SIDE_TITLES[side]}: ${all.reason}`);
}

/** What follows from the facts of a side alone; worked out once, because many guidelines ask for it. */
export function oncePerSide<T>(
  workOut: (side: LiveSide) => T,
): (side: LiveSide) => T {
  const known = new WeakMap<SideLiveFacts, { of: LiveSide; value: T }>();
  return side => {
    const before = known.get(side.facts);
    if (before?.of.side === side.side && before.of.settings === side.settings)
      return before.value;
    const value = workOut(side);
    known.set(side.facts, { of: side, value });
    return value;
  };
}

/** The security groups and prefix lists of a side. */
export function groupBookOf({ facts }: LiveSide): GroupBook {
  const { securityGroups, prefixLists } = facts;
  return { securityGroups, prefixLists };
}
