import { type Admission, admission, worst } from './admission';
import type { Peer } from './peer';
import type { GroupBook, Protocol } from './rules';

/** Interfaces that hold the same groups. */
export type Members = Pick<Peer, 'title' | 'ranges'> & {
  groupIds: readonly string[];
};

/** Connections from each of some interfaces to each of others, inside one VPC. */
export interface Flow {
  from: readonly Members[];
  to: readonly Members[];
  protocol?: Protocol;
  port: number;
}

/** Whether the groups on both ends let every one of the connections through; the worst answer with its rule. */
export function between(
  { from, to, protocol, port }: Flow,
  book: GroupBook,
): Admission {
  const wanted = { protocol, port };
  const answers = from.flatMap(caller =>
    to.flatMap(callee => [
      admission(
        callee.groupIds,
        { ...wanted, direction: 'ingress', peer: caller },
        book,
      ),
      admission(
        caller.groupIds,
        { ...wanted, direction: 'egress', peer: callee },
        book,
      ),
    ]),
  );
  const none = { answer: 'unknown', detail: 'no interface is known' } as const;
  return worst(answers) ?? none;
}
