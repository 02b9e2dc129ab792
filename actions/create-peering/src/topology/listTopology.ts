import { InputError } from '@scalardl-on-eks/action-toolkit';
import type { ActAs } from '../inputs';
import { type ConnectionEntry, connectionList } from './connectionList';
import { type NetworkEntry, networkList } from './networkList';
import type {
  DeclaredConnection,
  DeclaredNetwork,
  Owner,
  Place,
  Topology,
} from './topology';
import { readYamlList } from './yamlList';

/**
 * The networks and connections of the inputs of that name.
 *
 * @throws InputError with every problem of both lists
 */
export function listTopology(
  lists: { networks: string; connections: string },
  actAs: ActAs,
): Topology {
  const networks = readYamlList('networks', lists.networks, networkList);
  const connections = readYamlList(
    'connections',
    lists.connections,
    connectionList,
  );
  if (!networks.ok || !connections.ok) {
    throw new InputError([
      ...(networks.ok ? [] : networks.problems),
      ...(connections.ok ? [] : connections.problems),
    ]);
  }
  const entries = { networks: networks.list, connections: connections.list };
  const problems = [
    ...networkProblems(entries.networks),
    ...connectionProblems(entries),
  ];
  if (problems.length > 0) throw new InputError(problems);
  return assemble(entries, actAs);
}

interface Entries {
  networks: readonly NetworkEntry[];
  connections: readonly ConnectionEntry[];
}

function networkProblems(networks: readonly NetworkEntry[]): string[] {
  return networks.flatMap(({ name, vpcId, cluster, tags }, index) => {
    const key = `networks[${index}]`;
    const places = Object.entries({ vpcId, cluster, tags }).flatMap(
      ([word, value]) => (value === undefined ? [] : [word]),
    );
    const first = networks.findIndex(other => other.name === name);
    return [
      ...(places.length === 1
        ? []
        : [
            `${key}: expected one of vpcId, cluster or tags, received ${places.join(' and ') || 'none of them'}.`,
          ]),
      ...(first === index
        ? []
        : [
            `${key}.name: expected a name of its own, received ${name}, which is also networks[${first}].`,
          ]),
    ];
  });
}

function connectionProblems({ networks, connections }: Entries): string[] {
  const known = networks.map(({ name }) => name);
  const names = connections.map(nameOf);
  return connections.flatMap((connection, index) => {
    const key = `connections[${index}]`;
    const { from, to } = connection;
    const name = nameOf(connection);
    const pair = [from, to].sort().join(' ');
    const same = connections.findIndex(
      other => [other.from, other.to].sort().join(' ') === pair,
    );
    return [
      ...(['from', 'to'] as const).flatMap(end =>
        known.includes(connection[end])
          ? []
          : [
              `${key}.${end}: expected the name of a network (${known.join(', ')}), received ${connection[end]}.`,
            ],
      ),
      ...(from === to
        ? [`${key}.to: expected another network than from, received ${to}.`]
        : []),
      ...(same === index
        ? []
        : [
            `${key}: expected one connection between ${from} and ${to}, received a second one beside connections[${same}].`,
          ]),
      ...(same !== index || names.indexOf(name) === index
        ? []
        : [
            `${key}.name: expected a name of its own, received ${name}, which is also connections[${names.indexOf(name)}].`,
          ]),
    ];
  });
}

function nameOf({ name, from, to }: ConnectionEntry): string {
  return name ?? `${from}-${to}`;
}

function assemble({ networks, connections }: Entries, actAs: ActAs): Topology {
  const acting = (name: string) =>
    connections.some(
      ({ from, to }) =>
        (actAs !== 'accepter' && from === name) ||
        (actAs !== 'requester' && to === name),
    );
  const ownersOf = new Map(
    networks.map(entry => [
      entry.name,
      acting(entry.name) ? ownerOf(entry) : undefined,
    ]),
  );
  const lookupFor = (name: string) => {
    const neighbour = connections.find(
      ({ from, to }) => from === name || to === name,
    );
    const other = neighbour?.from === name ? neighbour.to : neighbour?.from;
    return other === undefined ? undefined : ownersOf.get(other);
  };
  return {
    networks: new Map(
      networks.map((entry, index) => [
        entry.name,
        declared(entry, {
          key: `networks[${index}]`,
          owner: ownersOf.get(entry.name),
          lookup: lookupFor(entry.name),
        }),
      ]),
    ),
    connections: connections.map((entry, index): DeclaredConnection => ({
      ...entry,
      name: nameOf(entry),
      key: `connections[${index}]`,
      required: true,
    })),
  };
}

function ownerOf({ account, profile, roleArn }: NetworkEntry): Owner {
  return { accountId: account, credentials: { profile, roleArn } };
}

function declared(
  entry: NetworkEntry,
  more: { key: string; owner?: Owner; lookup?: Owner },
): DeclaredNetwork {
  const { name, region, account, subnets, securityGroups, ranges } = entry;
  return {
    name,
    key: more.key,
    region,
    place: placeOf(entry),
    owners: more.owner ? [more.owner] : [],
    elsewhere: more.owner ? undefined : account,
    lookup: more.owner ? undefined : more.lookup,
    subnets: Array.isArray(subnets)
      ? { ids: subnets }
      : subnets && { tags: subnets },
    securityGroups,
    ranges,
    callers: ranges,
  };
}

function placeOf({ vpcId, cluster, tags }: NetworkEntry): Place | undefined {
  if (vpcId) return { vpcId };
  if (cluster) return { cluster };
  return tags && { tags };
}
