import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type TakenRange,
  holdersOf,
  parseCidr,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { AddressPlanOptions, AddressPlanValue } from './schema';

/** Annotation of a catalogued environment: its ranges, separated by commas or spaces. */
export const CIDRS_ANNOTATION = 'scalardl-on-eks/cidrs';

/** Ranges in use, and who has an entry that could not be read. */
export interface TakenRanges {
  taken: TakenRange[];
  unreadable: { holder: string; text: string }[];
}

/** The ranges of annotated entities. */
export function rangesOfEntities(entities: readonly Entity[]): TakenRanges {
  return rangesOfHolders(
    entities.flatMap(entity => {
      const holder = stringifyEntityRef(entity);
      const annotation = entity.metadata.annotations?.[CIDRS_ANNOTATION] ?? '';
      const cidrs = annotation.split(/[\s,]+/).filter(Boolean);
      return cidrs.map(cidr => ({ cidr, holder }));
    }),
  );
}

/** The ranges that a template names. */
export function rangesOfHolders(
  entries: NonNullable<AddressPlanOptions['takenRanges']>,
): TakenRanges {
  const all: TakenRanges = { taken: [], unreadable: [] };
  for (const { cidr, holder } of entries) {
    const parsed = parseCidr(cidr);
    if (parsed.ok) all.taken.push({ range: parsed.range, holder });
    else all.unreadable.push({ holder, text: cidr });
  }
  return all;
}

/** A sentence for every holder whose addresses a side's range would use too. */
export function sharedUse(
  value: AddressPlanValue,
  taken: readonly TakenRange[],
): string[] {
  return [value.ledger.cidr, value.auditor.cidr].flatMap(cidr => {
    const parsed = parseCidr(cidr);
    if (!parsed.ok) return [];
    const holders = holdersOf(parsed.range, taken).map(({ holder }) => holder);
    return [...new Set(holders)].map(
      holder => `${cidr} is also used by ${holder}.`,
    );
  });
}
