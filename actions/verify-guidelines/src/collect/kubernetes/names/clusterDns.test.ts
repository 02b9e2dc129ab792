import { KubernetesError } from '@scalardl-on-eks/action-toolkit/kubernetes';
import {
  type KubernetesJson,
  type SideLiveFacts,
  read,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideAccess } from '../../sideAccess';
import { clusterDns } from './clusterDns';

const COREFILES: Record<string, string> = {
  coredns: 'from coredns',
  'node-local-dns': 'from node-local-dns',
};

/** A cluster that has both configurations. */
const reader = {
  get: async (path: string) => {
    const name = path.split('/').at(-1) ?? '';
    const Corefile = COREFILES[name];
    if (!Corefile) {
      throw new KubernetesError(`no ${path}`, { status: 404 });
    }
    return { metadata: { name }, data: { Corefile } };
  },
};

/** Something of kube-system that mounts a ConfigMap. */
function mounting(
  map: string | undefined,
  rest: Partial<KubernetesJson> = {},
): KubernetesJson {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'names', namespace: 'kube-system' },
    spec: {
      template: {
        metadata: { labels: { 'k8s-app': 'kube-dns' } },
        spec: {
          volumes: map ? [{ name: 'config', configMap: { name: map } }] : [],
        },
      },
    },
    status: { desiredNumberScheduled: 3 },
    ...rest,
  };
}

function collect(deployments: KubernetesJson[], sets: KubernetesJson[] = []) {
  const access = { kubernetes: async () => reader, target: {} };
  return clusterDns.collect(
    access as unknown as SideAccess,
    {
      toolDeployments: read(deployments, 'test'),
      daemonSets: read(sets, 'test'),
    } as unknown as SideLiveFacts,
  );
}

const coreDnsOnly = { coreDns: 'from coredns', nodeLocal: undefined };

describe('clusterDns', () => {
  it('reads CoreDNS, also where its Deployment does not say what it mounts', async () => {
    expect(await collect([mounting('coredns')])).toEqual(coreDnsOnly);
    expect(await collect([mounting(undefined)])).toEqual(coreDnsOnly);
  });

  it('reads the server on each node only where one runs', async () => {
    const set = mounting('node-local-dns');
    expect(await collect([], [set])).toEqual({
      coreDns: 'from coredns',
      nodeLocal: 'from node-local-dns',
    });
    const idle = { ...set, status: { desiredNumberScheduled: 0 } };
    expect(await collect([], [idle])).toEqual(coreDnsOnly);
    const other = mounting('something-else');
    expect(await collect([], [other])).toEqual(coreDnsOnly);
  });

  it('does not take a configuration for that of a server that mounts another', async () => {
    await expect(collect([mounting('own-dns')])).rejects.toThrow(
      'Expected the cluster’s name server to mount ConfigMap kube-system/coredns, received Deployment kube-system/names with own-dns.',
    );
  });
});
