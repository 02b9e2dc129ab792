import type { LookUp, NameEnd } from '../names';
import {
  ADDRESS,
  type DatabasePlace,
  type KnownDatabases,
  placeOf,
} from './databasePlace';
import type { StorageEnd } from './hosts';

/** One of the places to which a host leads. */
export interface HostPlace {
  place: DatabasePlace;
  /** `host:port`, and the way from it to somewhere else. */
  title: string;
  /** Whether another one of them may be asked instead. */
  chosen: boolean;
}

/** Where an end of a storage leads once its name was looked up; an address of the web is left as it is. */
export function hostPlaces(
  { host, endpoint }: StorageEnd,
  lookUp: LookUp,
  known: readonly KnownDatabases[],
): HostPlace[] {
  if (ADDRESS.test(host) || host.includes('://'))
    return [{ place: placeOf(host, known), title: endpoint, chosen: false }];
  return lookUp(host).map(end => ({
    place: placeOfEnd(end, known),
    title: titleOf(endpoint, end),
    chosen: end.chosen,
  }));
}

/** Such as `db.internal:5432 → ledger.abc….rds.amazonaws.com by private zone internal (Z1)`. */
function titleOf(endpoint: string, { leads, way, by }: NameEnd): string {
  const last = leads.to === 'address' ? [leads.address] : [];
  const deciders = by.length > 0 ? ` by ${by.join(', ')}` : '';
  return `${[endpoint, ...way.slice(1), ...last].join(' → ')}${deciders}`;
}

function placeOfEnd(
  { leads }: NameEnd,
  known: readonly KnownDatabases[],
): DatabasePlace {
  switch (leads.to) {
    case 'address':
      return placeOf(leads.address, known);
    case 'name':
      return placeOf(leads.name, known);
    default:
      return { kind: 'untold', why: leads.why };
  }
}
