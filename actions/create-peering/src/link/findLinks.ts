import { InputError } from '@scalardl-on-eks/action-toolkit';
import { together } from '../aws/answers';
import type { Accounts } from '../aws/accounts';
import { findNetwork, lookUp } from '../network/findNetwork';
import type { Counterpart, Network } from '../network/network';
import type {
  DeclaredConnection,
  DeclaredNetwork,
  Place,
  Topology,
} from '../topology/topology';
import type { Half, Link } from './link';

/** What the inputs declare, as it is found in AWS. */
export interface Links {
  links: Link[];
  /** Networks that are gone, where the connection is to be absent. */
  gone: string[];
}

/**
 * Finds every network at once, and joins them to connections.
 *
 * @throws InputError with every network that cannot be found or read
 */
export async function findLinks(
  { networks, connections }: Topology,
  { accounts, state }: { accounts: Accounts; state: 'present' | 'absent' },
): Promise<Links> {
  const declared = [...networks.values()];
  const found = await together(
    declared.map(async network => {
      const own = await findNetwork(network, accounts);
      return { own, told: own ?? (await lookUp(network, accounts)) };
    }),
  );
  const missing = declared.filter(
    ({ owners, elsewhere }, index) =>
      owners.length > 0 && !elsewhere && !found[index]?.own,
  );
  if (state === 'present' && missing.length > 0) {
    throw new InputError(missing.map(describeMissing));
  }
  const own = new Map(
    declared.map(({ name }, index) => [name, found[index]?.own]),
  );
  const told = new Map(
    declared.map(({ name }, index) => [name, found[index]?.told]),
  );
  return {
    links: connections.flatMap(connection => join(connection, { own, told })),
    gone: missing.map(describeMissing),
  };
}

function join(
  connection: DeclaredConnection,
  {
    own,
    told,
  }: {
    own: ReadonlyMap<string, Network | undefined>;
    told: ReadonlyMap<string, Counterpart | undefined>;
  },
): Link[] {
  const from = told.get(connection.from);
  const to = told.get(connection.to);
  if (!from || !to) return [];
  const networks = [own.get(connection.from), own.get(connection.to)];
  const { name, ports, required } = connection;
  // A convenience, because names of internal load balancers resolve to private addresses anyway: an application
  // whose VPC lacks it is connected all the same.
  const dns =
    connection.dns && (required || networks.every(one => one?.resolvesNames));
  const half = (end: 'from' | 'to', other: Counterpart): Half[] => {
    const network = own.get(connection[end]);
    if (!network) return [];
    return [{ connection: name, network, other, end, open: ports[end], dns }];
  };
  const halves = [...half('from', to), ...half('to', from)];
  return halves.length === 0 ? [] : [{ connection, from, to, halves }];
}

function describeMissing({
  key,
  place,
  region,
  owners,
}: DeclaredNetwork): string {
  const accounts = owners.flatMap(({ accountId }) => accountId ?? []);
  const where = accounts.length > 0 ? ` of ${accounts.join(' or ')}` : '';
  return `${key}: expected ${placeName(place)} in ${region}${where}, found none; check its name, the region and the credentials.`;
}

function placeName(place: Place | undefined): string {
  if (!place) return 'a VPC';
  if ('cluster' in place) return `the cluster ${place.cluster}`;
  if ('vpcId' in place) return place.vpcId;
  return `a VPC with the tags ${JSON.stringify(place.tags)}`;
}
