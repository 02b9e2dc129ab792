import type { Half, Link } from '../link/link';
import { diffHalf } from '../link/diffHalf';
import type { Network } from '../network/network';
import type { QuotaName } from '../network/quotas';
import { type Finding, findPeering } from '../peering/findPeering';

/** What the connections would add beyond the limits in force; of a limit that could not be read, nothing is said. */
export function quotaConflicts(links: readonly Link[]): string[] {
  const halves = links.flatMap(link => {
    const finding = findPeering(link);
    return link.halves.map(half => ({ half, finding }));
  });
  const networks = new Map(
    halves.map(({ half }) => [half.network.vpcId, half.network]),
  );
  return [...networks.values()].flatMap(network => {
    const own = halves.filter(({ half }) => half.network === network);
    return [
      ...peeringsOver(network, own),
      ...routesOver(network, own),
      ...rulesOver(network, own),
    ];
  });
}

interface Wanting {
  half: Half;
  finding: Finding;
}

function peeringsOver(network: Network, wanting: readonly Wanting[]): string[] {
  const standing = network.state.peerings.filter(({ status }) =>
    ['active', 'provisioning'].includes(status),
  );
  const ids = new Set(standing.map(({ id }) => id));
  const more = wanting.filter(
    ({ finding }) => finding.kind !== 'one' || !ids.has(finding.peering.id),
  );
  return over(network, 'peerings', {
    what: `peerings of ${network.vpcId}`,
    there: ids.size,
    more: more.length,
  });
}

function routesOver(network: Network, wanting: readonly Wanting[]): string[] {
  const changes = wanting.flatMap(
    ({ half, finding }) => diffOf(half, finding).routes?.changes ?? [],
  );
  return network.state.tables.flatMap(({ id, routes }) =>
    over(network, 'routes', {
      what: `routes in ${id}`,
      there: routes.filter(({ isPropagated }) => !isPropagated).length,
      more: changes.filter(
        ({ table, action }) => table === id && action === 'create',
      ).length,
    }),
  );
}

function rulesOver(network: Network, wanting: readonly Wanting[]): string[] {
  const created = wanting.flatMap(
    ({ half, finding }) => diffOf(half, finding).rules?.create ?? [],
  );
  return network.groups.flatMap(id =>
    over(network, 'rules', {
      what: `inbound rules in ${id}`,
      there: network.state.rules.filter(
        ({ group, isIpv6 }) => group === id && !isIpv6,
      ).length,
      more: created.filter(({ group }) => group === id).length,
    }),
  );
}

function diffOf(half: Half, finding: Finding) {
  return diffHalf(half, finding.kind === 'one' ? finding.peering : undefined);
}

function over(
  { key, quotas }: Network,
  name: QuotaName,
  { what, there, more }: { what: string; there: number; more: number },
): string[] {
  const limit = quotas.values[name];
  if (limit === undefined || more === 0 || there + more <= limit) return [];
  return [
    `${key}: expected room for ${more} more ${what}, found ${there} of ${limit} (Service Quotas); ask AWS for a higher limit or remove some.`,
  ];
}
