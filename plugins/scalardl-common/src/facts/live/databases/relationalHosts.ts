import type { Properties } from '../../properties';
import { endsOf } from './hosts';
import { storagesOf, untoldStorage } from './storages';

/** The hosts of a side's relational databases, and what kept some from being told. */
export interface RelationalHosts {
  hosts: string[];
  untold: string[];
}

/** Where the side keeps data in relational databases; nothing where it has none. */
export function relationalHosts(properties: Properties): RelationalHosts {
  const storages = storagesOf(properties);
  const why = untoldStorage(storages);
  if (why !== undefined) return { hosts: [], untold: [why] };
  const all = storages.filter(({ storage }) => storage === 'jdbc').map(endsOf);
  return {
    hosts: [
      ...new Set(
        all.flatMap(ends => (ends.ok ? ends.ends.map(({ host }) => host) : [])),
      ),
    ],
    untold: all.flatMap(ends => (ends.ok ? [] : [ends.reason])),
  };
}
