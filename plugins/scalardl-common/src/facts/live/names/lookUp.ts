import type { SideLiveFacts } from '../liveFacts';
import type { LiveSide } from '../security/liveSide';
import { askPod } from './askPod';
import { type NameEnd, START } from './nameEnd';
import { askersOf } from './podNames';

/** Where the hosts of a side's properties lead. */
export type LookUp = (host: string) => NameEnd[];

/**
 * Looks names up as the pods of a side's product do, as far as what was read tells.
 *
 * @param other - the facts of the other side, which may have read a private zone that it owns
 */
export function lookUpAs(side: LiveSide, other?: SideLiveFacts): LookUp {
  const askers = askersOf(side);
  const asking = { facts: side.facts, other };
  return host => {
    if (!askers.ok) {
      const leads = { to: 'unread' as const, why: askers.reason };
      return [{ ...START, way: [host], leads }];
    }
    const ends = askers.value.flatMap(asker => askPod(host, asker, asking));
    return unalike(ends);
  };
}

function unalike(ends: readonly NameEnd[]): NameEnd[] {
  const known = new Map(
    ends.map(end => [JSON.stringify([end.leads, end.way]), end]),
  );
  return [...known.values()];
}

/** The way of a name in words: `ledger.payments.internal → 10.1.0.20`. */
export function wayOf({ leads, way }: NameEnd): string {
  const last = leads.to === 'address' ? [leads.address] : [];
  return [...way, ...last].join(' → ');
}

/** What decided on the way, in brackets after a space; empty where nothing did. */
export function decidersOf({ by }: NameEnd): string {
  return by.length > 0 ? ` (${by.join(', ')})` : '';
}

export function wayInWords(end: NameEnd): string {
  return `${wayOf(end)}${decidersOf(end)}`;
}
