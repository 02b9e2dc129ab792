import { plainName } from '../balancers/balancers';
import { askCluster, type ClusterAnswer } from './askCluster';
import { type NameEnd, START } from './nameEnd';
import type { Asker } from './podNames';
import { type Asking, askNode, askRoute53, serverKind } from './resolver';

/**
 * Where a host leads that a pod looks up: by an entry of its own, else by the name servers that it asks
 * (https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/).
 */
export function askPod(host: string, asker: Asker, asking: Asking): NameEnd[] {
  const name = plainName(host);
  const entries = asker.names.hostAliases.filter(({ hosts }) =>
    hosts.includes(name),
  );
  if (entries.length > 0) {
    return entries.map(({ address }) => ({
      leads: { to: 'address', address },
      way: [name],
      by: [`hostAliases of ${asker.title}`],
      chosen: entries.length > 1,
    }));
  }
  const ask = serversOf(asker, asking);
  return (
    (host.endsWith('.') ? undefined : searched(name, asker, ask)) ??
    endsOf(ask(name))
  );
}

type Ask = (name: string) => ClusterAnswer;

/** Which name servers the pod asks, as its policy says. */
function serversOf({ names, title }: Asker, asking: Asking): Ask {
  const kinds = names.nameServers.map(server =>
    serverKind(server, asking.facts),
  );
  const all = (kind: string) => kinds.every(each => each === kind);
  if (kinds.includes('other'))
    return strange(`${title} asks ${names.nameServers.join(', ')}`);
  if (usesCluster({ names })) return name => askCluster(name, asking, START);
  if (names.policy !== 'None')
    return name => plain(askNode(name, asking, START));
  if (kinds.length > 0 && all('route53'))
    return name => plain(askRoute53(name, asking, START));
  return kinds.length > 0 && all('cluster')
    ? name => askCluster(name, asking, START)
    : strange(`${title} asks ${names.nameServers.join(', ') || 'nobody'}`);
}

function usesCluster({ names }: Pick<Asker, 'names'>): boolean {
  const { policy, hostNetwork } = names;
  return (
    policy === 'ClusterFirstWithHostNet' ||
    (policy === 'ClusterFirst' && !hostNetwork)
  );
}

function plain(ends: NameEnd[]): ClusterAnswer {
  return { kind: 'ends', ends, decided: false };
}

function strange(who: string): Ask {
  const why = `${who} for names (dnsConfig.nameservers), and where they lead only that server can tell`;
  return name => ({
    kind: 'ends',
    ends: [{ ...START, way: [name], leads: { to: 'unread', why } }],
    decided: true,
  });
}

/** So many dots make a name whole, where the pod does not say otherwise. */
const LEAST_DOTS = { cluster: 5, other: 1 };

/** Search domains that Kubernetes gives to a pod that asks the cluster. */
function ownSearches(namespace: string): string[] {
  return [
    `${namespace}.svc.cluster.local`,
    'svc.cluster.local',
    'cluster.local',
  ];
}

/** What a name leads to with one of the search domains behind it, which are tried before the name itself. */
function searched(name: string, asker: Asker, ask: Ask): NameEnd[] | undefined {
  const { names, namespace, title } = asker;
  const inCluster = usesCluster(asker);
  const least = names.leastDots ?? LEAST_DOTS[inCluster ? 'cluster' : 'other'];
  if (name.split('.').length - 1 >= least) return undefined;
  for (const domain of inCluster ? ownSearches(namespace) : []) {
    const answer = ask(`${name}.${domain}`);
    const isService = answer.kind === 'own' && name.endsWith('.svc');
    if (isService && domain === 'cluster.local') return endsOf(answer);
    if (answer.kind === 'ends' && answer.decided && !areNothing(answer.ends))
      return answer.ends;
  }
  for (const domain of names.searches) {
    const answer = ask(plainName(`${name}.${domain}`));
    if (answer.kind === 'own' || areNothing(answer.ends)) continue;
    const why = `${title} first asks for ${name}.${domain} (dnsConfig.searches), and whether that is there only a name server can tell`;
    return answer.ends.map(end =>
      end.leads.to === 'name' ? { ...end, leads: { to: 'unread', why } } : end,
    );
  }
  return undefined;
}

function areNothing(ends: readonly NameEnd[]): boolean {
  return ends.every(({ leads }) => leads.to === 'nothing');
}

function endsOf(answer: ClusterAnswer): NameEnd[] {
  if (answer.kind === 'ends') return answer.ends;
  const { path } = answer;
  return [{ ...path, leads: { to: 'name', name: path.way.at(-1) ?? '' } }];
}
