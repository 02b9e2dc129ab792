/** Where a name leads once everything that is known of name servers was followed. */
export interface NameEnd {
  leads:
    | { to: 'address'; address: string }
    /** One that nothing known holds, such as that of a load balancer. */
    | { to: 'name'; name: string }
    /** A name server answers that there is no such name. */
    | { to: 'nothing'; why: string }
    | { to: 'unread'; why: string };
  /** The names on the way, the first one included. */
  way: readonly string[];
  /** What decided on the way: an entry, a line, a rule or a zone. */
  by: readonly string[];
  /** True where a routing policy or the order of answers may choose another end. */
  chosen: boolean;
}

/** How a name came to be asked for. */
export type NamePath = Pick<NameEnd, 'way' | 'by' | 'chosen'>;

/** A name of which nothing was followed yet. */
export const START: NamePath = { way: [], by: [], chosen: false };

/** Whether a name is that of the zone or one below it; the zone of every name is the empty one. */
export function isWithin(name: string, zone: string): boolean {
  return zone === '' || name === zone || name.endsWith(`.${zone}`);
}
