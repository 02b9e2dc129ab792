import type { Half } from '../link/link';
import { NAME_TAG, VPC_TAG } from '../peering/marks';
import { type PortRange, formatPorts } from '../topology/ports';
import type { Rule } from './rule';

/** A rule to make: these ports of this group for this range. */
export interface NewRule {
  group: string;
  ports: PortRange;
  source: string;
}

export interface RuleDiff {
  create: NewRule[];
  /** Rules of this connection that are wanted no longer. */
  remove: Rule[];
}

/**
 * What has to change so that the groups admit the other network's ranges on the wanted ports, and nothing that
 * this action once admitted for the connection and that is wanted no longer. A rule of somebody else that says
 * the same is enough, and is left alone.
 */
export function diffRules(half: Half, sources: readonly string[]): RuleDiff {
  const { network, open, connection } = half;
  const wanted = new Map(
    network.groups.flatMap(group =>
      open.flatMap(ports =>
        sources.map((source): [string, NewRule] => {
          const rule = { group, ports, source };
          return [nameOf(rule), rule];
        }),
      ),
    ),
  );
  const there = new Set(network.state.rules.map(nameOf));
  return {
    create: [...wanted].flatMap(([name, rule]) =>
      there.has(name) ? [] : [rule],
    ),
    remove: network.state.rules.filter(
      rule =>
        isMade(rule, { connection, network }) && !wanted.has(nameOf(rule)),
    ),
  };
}

/** Whether this action made a rule for the connection in this network. */
export function isMade(
  { tags }: Rule,
  { connection, network }: Pick<Half, 'connection' | 'network'>,
): boolean {
  return (
    tags.get(NAME_TAG) === connection && tags.get(VPC_TAG) === network.vpcId
  );
}

/** What AWS takes for the same rule. */
function nameOf({ group, ports, source }: Rule | NewRule): string {
  return `${group} ${ports ? formatPorts(ports) : 'other'} ${source ?? 'other'}`;
}
