/** A key, or a value of a key, with the release of eksctl that first reads it. */
export interface NewerKey {
  definition: string;
  key: string;
  /** Only this value of the key. */
  value?: string;
  since: string;
}

/** No key came before this release that the list below would have to name. */
export const NEWER_KEYS_FROM = '0.227.0';

/**
 * What came after that, found by comparing the schemas of the tagged releases
 * (https://github.com/eksctl-io/eksctl/blob/main/pkg/apis/eksctl.io/v1alpha5/assets/schema.json).
 */
export const NEWER_KEYS: readonly NewerKey[] = [
  { definition: 'ClusterVPC', key: 'controlPlaneEgressMode', since: '0.228.0' },
  { definition: 'ClusterMeta', key: 'rollbackConfig', since: '0.229.0' },
  { definition: 'Outpost', key: 'etcdInstanceType', since: '0.229.0' },
  { definition: 'Outpost', key: 'etcdPlacement', since: '0.229.0' },
  { definition: 'Placement', key: 'spreadLevel', since: '0.229.0' },
  { definition: 'ClusterConfig', key: 'kubeAPIServerConfig', since: '0.230.0' },
  {
    definition: 'ClusterConfig',
    key: 'kubeControllerManagerConfig',
    since: '0.230.0',
  },
  { definition: 'ClusterConfig', key: 'kubeSchedulerConfig', since: '0.230.0' },
  ...['ManagedNodeGroup', 'NodeGroup'].map(definition => ({
    definition,
    key: 'amiFamily',
    value: 'BottlerocketFips',
    since: '0.230.0',
  })),
  {
    definition: 'ClusterVPC',
    key: 'controlPlaneOnPrivateSubnets',
    since: '0.231.0',
  },
];

/** The release that first reads the key, or this value of it; `undefined` where it is old. */
export function sinceRelease(
  definition: string,
  key: string,
  value: unknown,
): string | undefined {
  return NEWER_KEYS.find(
    newer =>
      newer.definition === definition &&
      newer.key === key &&
      (newer.value === undefined || newer.value === value),
  )?.since;
}
