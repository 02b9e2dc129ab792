import { cniSettings } from '../../clusterConfig/addressesPerNode';
import { type Fact, read, unreadable } from '../../fact';
import { type PlainRecord, listOf, recordOf } from '../../plain/plain';
import { plainDocument } from '../../plain/plainDocument';
import type { KubernetesJson } from '../kubernetes';
import type { SideLiveFacts } from '../liveFacts';

/** The settings of the VPC CNI: those of its DaemonSet, which run, else those of the add-on. */
export function liveCniSettings({
  daemonSets,
  addons,
}: SideLiveFacts): Fact<PlainRecord> {
  if (!daemonSets.ok) return daemonSets;
  const daemonSet = daemonSets.value.find(
    ({ metadata }) =>
      metadata.name === 'aws-node' && metadata.namespace === 'kube-system',
  );
  if (daemonSet) return read(environmentOf(daemonSet), daemonSets.source);
  if (!addons.ok) return addons;
  if (!addons.value.some(({ name }) => name === 'vpc-cni'))
    return unreadable(
      'the cluster has no VPC CNI, so how pods take addresses is not known',
    );
  const declared = addons.value.map(({ name, configuration }) => ({
    name,
    configurationValues: configuration,
  }));
  return cniSettings(plainDocument({ addons: declared }, addons.source));
}

function environmentOf({ spec }: KubernetesJson): PlainRecord {
  const pod = recordOf(recordOf(spec?.template).spec);
  const container = listOf(pod.containers)
    .map(recordOf)
    .find(({ name }) => name === 'aws-node');
  return Object.fromEntries(
    listOf(container?.env)
      .map(recordOf)
      .map(({ name, value }) => [String(name), value]),
  );
}

/** Whether a setting that is `true` or `false` is on. */
export function isOn(settings: PlainRecord, name: string): boolean {
  return String(settings[name]) === 'true';
}
