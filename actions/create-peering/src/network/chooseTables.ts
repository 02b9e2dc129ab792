import { InputError } from '@scalardl-on-eks/action-toolkit';
import type { RouteTable } from '../routes/routeTable';
import type { DeclaredNetwork } from '../topology/topology';
import type { Subnet } from './subnet';

/** What is there to choose from. */
export interface Choice {
  subnets: readonly Subnet[];
  tables: readonly RouteTable[];
  /** Whether the subnets belong to a cluster, whose public ones hold neither pods nor internal load balancers. */
  isCluster: boolean;
}

/**
 * The route tables that steer the chosen subnets: of each the one it is associated with, else the main one
 * (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html). Without a choice, the private
 * subnets of a cluster and all subnets of another network.
 *
 * @throws InputError where a chosen subnet is not there
 */
export function chooseTables(
  declared: DeclaredNetwork,
  choice: Choice,
): Set<string> {
  const chosen = chooseSubnets(declared, choice);
  return new Set(
    chosen.flatMap(({ id }) => tableOf(id, choice.tables)?.id ?? []),
  );
}

function chooseSubnets(
  { subnets: wanted, key }: DeclaredNetwork,
  { subnets, tables, isCluster }: Choice,
): readonly Subnet[] {
  if (!wanted) {
    const isPrivate = ({ id }: Subnet) => !tableOf(id, tables)?.isPublic;
    const inside = subnets.filter(isPrivate);
    return isCluster && inside.length > 0 ? inside : subnets;
  }
  if ('ids' in wanted) {
    const missing = wanted.ids.filter(
      id => !subnets.some(subnet => subnet.id === id),
    );
    if (missing.length === 0) {
      return subnets.filter(({ id }) => wanted.ids.includes(id));
    }
    throw new InputError([
      `${key}.subnets: expected subnets of this VPC, found no ${missing.join(', ')} in it.`,
    ]);
  }
  const tagged = subnets.filter(({ tags }) =>
    Object.entries(wanted.tags).every(
      ([name, value]) => tags.get(name) === value,
    ),
  );
  if (tagged.length > 0) return tagged;
  throw new InputError([
    `${key}.subnets: expected tags that a subnet of this VPC carries, found none with ${JSON.stringify(wanted.tags)}.`,
  ]);
}

function tableOf(
  subnet: string,
  tables: readonly RouteTable[],
): RouteTable | undefined {
  return (
    tables.find(({ subnets }) => subnets.includes(subnet)) ??
    tables.find(({ isMain }) => isMain)
  );
}
