import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { KubernetesJson } from '@scalardl-on-eks/plugin-scalardl-common';
import { valueOf } from '../../collector';
import { mountedNames } from '../configuration/mounts';
import { CONFIG_MAPS, reads } from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import { findObject } from '../readObjects';
import { templateOf } from '../workloads/podSpec';

const CORE_DNS = 'coredns';
const NODE_LOCAL = 'node-local-dns';

/** What EKS and its add-on write, and what everybody installs who has a name server on each node. */
export const clusterDns = kubernetesCollector({
  fact: 'clusterDns',
  needs: ['toolDeployments', 'daemonSets'],
  kubernetes: reads('get', CONFIG_MAPS),
  async collect(reader, { given }) {
    const strange = strangeServer(valueOf(given, 'toolDeployments'));
    if (strange) throw new Error(strange);
    const onNodes = valueOf(given, 'daemonSets').some(isOnNodes);
    const [coreDns, nodeLocal] = await Promise.all([
      readCorefile(reader, CORE_DNS),
      onNodes ? readCorefile(reader, NODE_LOCAL) : undefined,
    ]);
    return { coreDns, nodeLocal };
  },
});

/** A name server that has its configuration elsewhere; the Service `kube-dns` finds it by its label. */
function strangeServer(
  deployments: readonly KubernetesJson[],
): string | undefined {
  const strange = deployments
    .filter(isInSystem)
    .filter(one => templateOf(one).metadata?.labels?.['k8s-app'] === 'kube-dns')
    .map(one => ({ name: one.metadata.name, maps: mapsOf(one) }))
    .find(({ maps }) => maps.length > 0 && !maps.includes(CORE_DNS));
  return (
    strange &&
    `Expected the cluster’s name server to mount ConfigMap kube-system/${CORE_DNS}, received Deployment kube-system/${strange.name} with ${strange.maps.join(', ')}.`
  );
}

/** A configuration that was left over serves nobody. */
function isOnNodes(set: KubernetesJson): boolean {
  return (
    isInSystem(set) &&
    set.status?.desiredNumberScheduled !== 0 &&
    mapsOf(set).includes(NODE_LOCAL)
  );
}

function isInSystem({ metadata }: KubernetesJson): boolean {
  return metadata.namespace === 'kube-system';
}

function mapsOf(object: KubernetesJson): string[] {
  return mountedNames(templateOf(object).spec ?? {}, 'configMap').map(
    ({ name }) => name,
  );
}

async function readCorefile(
  reader: KubernetesReader,
  name: string,
): Promise<string | undefined> {
  const namespace = 'kube-system';
  const found = await findObject(reader, CONFIG_MAPS, { namespace, name });
  return found?.data?.Corefile;
}
