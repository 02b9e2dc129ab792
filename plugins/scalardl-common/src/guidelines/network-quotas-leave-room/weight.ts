import type {
  LiveGroupRule,
  LivePrefixList,
  LiveRoute,
} from '../../facts/live';

/** For how much something counts. */
export interface Weight {
  used: number;
  /** What counts too and was not read. */
  doubt?: string;
}

/** Owner of the lists that AWS keeps; they do not say for how much they count, and cannot be filled by anybody else. */
const AWS = 'AWS';

/** A list counts as all the entries that it may have; those of gateway endpoints, which AWS keeps, count once. */
export function weightOfRoute(
  { destination, target }: LiveRoute,
  lists: readonly LivePrefixList[],
): Weight {
  if (!destination.startsWith('pl-')) return { used: 1 };
  const list = lists.find(({ id }) => id === destination);
  if (target.kind === 'endpoint') return { used: list?.maxEntries ?? 1 };
  return weightOfList(destination, list);
}

/** A reference to a group counts for IPv4 and for IPv6. */
export function weightsOfRule(
  { cidrs, groups, prefixListIds }: LiveGroupRule,
  lists: readonly LivePrefixList[],
): Weight[] {
  return [
    { used: cidrs.length + groups.length },
    ...prefixListIds.map(listId =>
      weightOfList(
        listId,
        lists.find(({ id }) => id === listId),
      ),
    ),
  ];
}

function weightOfList(id: string, list: LivePrefixList | undefined): Weight {
  if (!list)
    return { used: 1, doubt: `the entries of ${id}, which was not read` };
  const { maxEntries, ownerId, cidrs } = list;
  if (maxEntries !== undefined) return { used: maxEntries };
  return ownerId === AWS
    ? { used: cidrs.length }
    : {
        used: cidrs.length,
        doubt: `the entries that ${id} may still get, which were not read`,
      };
}

export function sum(weights: readonly Weight[]): Weight {
  return {
    used: weights.reduce((total, { used }) => total + used, 0),
    doubt: weights.find(({ doubt }) => doubt)?.doubt,
  };
}
