import type { LiveClusterDns } from '../kubernetes';
import { externalNameOf } from './externalName';
import type { NameEnd, NamePath } from './nameEnd';
import { type Asking, askNode, askRoute53, serverKind } from './resolver';
import { type ServerAnswer, serverAnswer } from './serverAnswer';

/** What the templates of a name server on each node stand for until it runs. */
const PLACEHOLDERS = {
  cluster: '__PILLAR__CLUSTER__DNS__',
  upstream: '__PILLAR__UPSTREAM__SERVERS__',
};

const PLACES = {
  coreDns: 'ConfigMap kube-system/coredns',
  nodeLocal: 'ConfigMap kube-system/node-local-dns',
};

type Server = keyof typeof PLACES;

/** What the cluster's name servers make of a name: an end, or that it is a name of the cluster itself. */
export type ClusterAnswer =
  | { kind: 'own'; path: NamePath }
  | { kind: 'ends'; ends: NameEnd[]; decided: boolean };

/** Asks the server on the node where there is one, and CoreDNS. */
export function askCluster(
  name: string,
  asking: Asking,
  path: NamePath,
): ClusterAnswer {
  const { clusterDns, cluster } = asking.facts;
  const untold = (why: string): ClusterAnswer => ({
    kind: 'ends',
    ends: [{ ...path, way: wayTo(name, path), leads: { to: 'unread', why } }],
    decided: true,
  });
  if (!clusterDns.ok) return untold(clusterDns.reason);
  const { coreDns, nodeLocal } = clusterDns.value;
  if (nodeLocal !== undefined) return ask('nodeLocal', name, asking, path);
  if (coreDns !== undefined) return ask('coreDns', name, asking, path);
  // EKS Auto Mode runs CoreDNS on the nodes itself, and nobody can configure it.
  return cluster.ok && cluster.value.autoMode
    ? { kind: 'ends', ends: askNode(name, asking, path), decided: false }
    : untold(
        `expected the cluster’s name server in ${PLACES.coreDns}, received none; who answers instead is not known`,
      );
}

function ask(
  server: Server,
  name: string,
  asking: Asking,
  path: NamePath,
): ClusterAnswer {
  const files: LiveClusterDns = asking.facts.clusterDns.ok
    ? asking.facts.clusterDns.value
    : {};
  const answer = serverAnswer(name, {
    corefile: files[server] ?? '',
    place: PLACES[server],
  });
  const before = {
    ...path,
    // A name that a line changed is on the way too.
    way: answer.name === name ? path.way : wayTo(name, path),
    by: [...path.by, ...answer.by],
  };
  if (answer.kind === 'own')
    return askOwn(answer.name, asking, {
      ...before,
      way: wayTo(answer.name, before),
    });
  if (answer.kind === 'ends') {
    const several = answer.leads.length > 1;
    return {
      kind: 'ends',
      ends: answer.leads.map(leads => ({
        ...before,
        way: wayTo(answer.name, before),
        chosen: before.chosen || several,
        leads,
      })),
      decided: true,
    };
  }
  return passOn(answer, { server, asking, path: before });
}

/** A name of the cluster itself, which a Service may make another name for one outside of it. */
function askOwn(name: string, asking: Asking, path: NamePath): ClusterAnswer {
  const external = externalNameOf(name, asking.facts);
  if (!external || path.way.includes(external.name))
    return { kind: 'own', path };
  const answer = askCluster(external.name, asking, {
    ...path,
    by: [...path.by, external.title],
  });
  return answer.kind === 'ends' ? { ...answer, decided: true } : answer;
}

function passOn(
  { name, by, servers, line }: Extract<ServerAnswer, { kind: 'forwarded' }>,
  { server, asking, path }: { server: Server; asking: Asking; path: NamePath },
): ClusterAnswer {
  const kinds = new Set(
    servers.map(each => kindOf(each, { server, facts: asking.facts })),
  );
  const [only, ...more] = kinds;
  const ends = (found: NameEnd[], decided: boolean): ClusterAnswer => ({
    kind: 'ends',
    ends: found,
    decided: decided || by.length > 0,
  });
  if (more.length === 0 && only === 'node')
    return ends(askNode(name, asking, path), false);
  if (more.length === 0 && only === 'route53')
    return ends(askRoute53(name, asking, path), false);
  const inCoreDns =
    asking.facts.clusterDns.ok && asking.facts.clusterDns.value.coreDns;
  if (more.length === 0 && only === 'cluster' && inCoreDns !== undefined)
    return ask('coreDns', name, asking, path);
  const why = `${line} sends ${name} to ${servers.join(', ')}; where it leads only they can tell`;
  return ends(
    [{ ...path, way: wayTo(name, path), leads: { to: 'unread', why } }],
    true,
  );
}

type Target = 'node' | 'route53' | 'cluster' | 'other';

function kindOf(
  target: string,
  { server, facts }: { server: Server; facts: Asking['facts'] },
): Target {
  const { cluster, upstream } = PLACEHOLDERS;
  if (target === '/etc/resolv.conf') return 'node';
  if (server === 'nodeLocal' && target === upstream) return 'node';
  if (server === 'nodeLocal' && target === cluster) return 'cluster';
  const kind = serverKind(target.replace(/^dns:\/\/|:53$/g, ''), facts);
  // CoreDNS that asks itself answers nobody.
  return kind === 'cluster' && server === 'coreDns' ? 'other' : kind;
}

function wayTo(name: string, { way }: NamePath): readonly string[] {
  return way.includes(name) ? way : [...way, name];
}
