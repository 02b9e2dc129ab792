import type {
  Fact,
  LiveFactName,
  SideLiveFacts,
} from '@scalardl-on-eks/plugin-scalardl-common';

type ValueOf<Name extends LiveFactName> =
  SideLiveFacts[Name] extends Fact<infer T> ? T : never;

/** The value of a fact that was read. */
export function valueIn<Name extends LiveFactName>(
  facts: SideLiveFacts,
  name: Name,
): ValueOf<Name> {
  const fact = facts[name] as Fact<ValueOf<Name>>;
  if (!fact.ok) throw new Error(`${name}: ${fact.reason}`);
  return fact.value;
}
