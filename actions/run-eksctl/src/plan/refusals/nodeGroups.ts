import type { NodeGroupConfig } from '../../config/clusterConfig';
import type { NodeGroup } from '../../state/clusterState';
import { removableNodeGroups } from '../removableNodeGroups';
import { type Situation, declaredNodeGroups, liveCluster } from '../situation';

/** What a managed node group keeps for life. A new name makes a new group. */
export function fixedNodeGroups(situation: Situation): string[] {
  if (!liveCluster(situation)) return [];
  const { managedNodeGroups = [] } = situation.config;
  return managedNodeGroups.flatMap(wanted => {
    const live = situation.state.nodeGroups.find(
      ({ name }) => name === wanted.name,
    );
    if (!live) return [];
    return fixedValues(wanted, live)
      .filter(value => value.wanted !== value.live)
      .map(
        value =>
          `managedNodeGroups: ${wanted.name} has ${value.key} ${value.live} for life, the file says ${value.wanted}; give the node group another name, and set replace-node-groups: true to move to it.`,
      );
  });
}

interface Fixed {
  key: string;
  wanted: string;
  live: string;
}

function fixedValues(wanted: NodeGroupConfig, live: NodeGroup): Fixed[] {
  const types =
    wanted.instanceTypes ?? (wanted.instanceType ? [wanted.instanceType] : []);
  const family = amiFamily(live.amiType);
  return [
    ...(types.length > 0 && live.instanceTypes.length > 0
      ? [fixed('instanceTypes', types, live.instanceTypes)]
      : []),
    ...(wanted.amiFamily && family
      ? [fixed('amiFamily', [wanted.amiFamily], [family])]
      : []),
    ...(wanted.spot === undefined
      ? []
      : [fixed('spot', [String(wanted.spot)], [String(live.spot)])]),
    ...(wanted.labels
      ? [fixed('labels', labels(wanted.labels), labels(live.labels))]
      : []),
    ...(wanted.taints
      ? [fixed('taints', taints(wanted.taints), taints(live.taints))]
      : []),
  ];
}

function fixed(
  key: string,
  wanted: readonly string[],
  live: readonly string[],
): Fixed {
  const text = (values: readonly string[]) =>
    [...values].sort().join(', ') || 'none';
  return { key, wanted: text(wanted), live: text(live) };
}

/** Without the labels that eksctl adds itself. */
function labels(all: Record<string, string>): string[] {
  return Object.entries(all)
    .filter(([key]) => !key.startsWith('alpha.eksctl.io/'))
    .map(([key, value]) => `${key}=${value}`);
}

function taints(
  all: readonly { key: string; value?: string; effect?: string }[],
): string[] {
  return all.map(
    ({ key, value = '', effect = '' }) => `${key}=${value}:${effect}`,
  );
}

/** https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html; CUSTOM says nothing. */
function amiFamily(amiType: string): string | undefined {
  if (amiType.startsWith('AL2023_')) return 'AmazonLinux2023';
  if (amiType.startsWith('AL2_')) return 'AmazonLinux2';
  // A FIPS image is a family of its own for eksctl.
  if (/^BOTTLEROCKET_.*_FIPS$/.test(amiType)) return 'BottlerocketFips';
  if (amiType.startsWith('BOTTLEROCKET_')) return 'Bottlerocket';
  return undefined;
}

/** A new name beside an old one is a replacement, which ends with the deletion of nodes: a person approves it. */
export function replacement(situation: Situation): string[] {
  const { config, state, choices } = situation;
  if (!liveCluster(situation) || choices.replaceNodeGroups) return [];
  const live = new Set(state.nodeGroups.map(({ name }) => name));
  const added = declaredNodeGroups(config).filter(name => !live.has(name));
  const removed = removableNodeGroups(situation);
  return added.length > 0 && removed.length > 0
    ? [
        `replace-node-groups: the file names ${added.join(', ')} and no longer ${removed.join(', ')}, so nodes would be replaced; set it to true to approve that, or keep ${removed.join(', ')} in the file.`,
      ]
    : [];
}
