import type { Undo } from '../world/kube.ts';
import { until } from '../world/waiting.ts';
import type { WorldSide } from '../world/world.ts';
import { addObjects, allBack } from './change.ts';

const place = { name: 'node-local-dns', namespace: 'kube-system' };
const labels = { 'k8s-app': place.name };

/** The configuration of a name server on each node, as the manifest of Kubernetes writes it. */
export function addNodeLocalConfiguration(
  { kube }: WorldSide,
  upstream: string,
): Promise<Undo> {
  const block = (zone: string, server: string) =>
    `${zone}:53 {\n    errors\n    cache 30\n    bind 169.254.20.10\n    forward . ${server}\n}\n`;
  return addObjects(kube, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: place,
    data: {
      Corefile: [
        block('cluster.local', '__PILLAR__CLUSTER__DNS__'),
        block('.', upstream),
      ].join(''),
    },
  });
}

/** The server itself (https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/), and its configuration. */
export async function addNodeLocalDns(
  side: WorldSide,
  upstream: string,
): Promise<Undo> {
  const { kube } = side;
  const undo = allBack(
    await addNodeLocalConfiguration(side, upstream),
    await addObjects(kube, {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { ...place, labels },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            hostNetwork: true,
            dnsPolicy: 'Default',
            tolerations: [{ operator: 'Exists' }],
            containers: [
              {
                name: 'node-cache',
                image: 'registry.k8s.io/dns/k8s-dns-node-cache:1.26.4',
                volumeMounts: [
                  { name: 'config-volume', mountPath: '/etc/coredns' },
                ],
              },
            ],
            volumes: [
              {
                name: 'config-volume',
                configMap: {
                  name: place.name,
                  items: [{ key: 'Corefile', path: 'Corefile.base' }],
                },
              },
            ],
          },
        },
      },
    }),
  );
  await until(
    () =>
      kube.get<{ status: { numberReady: number } }>(
        `/apis/apps/v1/namespaces/${place.namespace}/daemonsets/${place.name}`,
      ),
    ({ status }) => status.numberReady > 0,
  );
  return undo;
}
