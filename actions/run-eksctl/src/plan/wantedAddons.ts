import type { AddonConfig } from '../config/clusterConfig';
import type { Situation } from './situation';

/** What eksctl itself adds to a new cluster where the file names none, because nodes cannot do without. */
const NETWORKING = ['vpc-cni', 'kube-proxy', 'coredns'];

/** Add-ons that eksctl makes before node groups (`pkg/apis/eksctl.io/v1alpha5/known_addons.go`). */
const BEFORE_NODES = new Set([
  'vpc-cni',
  'kube-proxy',
  'coredns',
  'eks-pod-identity-agent',
]);

export function isBeforeNodes({ name }: AddonConfig): boolean {
  return BEFORE_NODES.has(name.toLowerCase());
}

/**
 * The add-ons of the file and, as long as the cluster has no nodes, those that eksctl would have added when
 * it created the cluster: a broken creation may have left them out.
 */
export function wantedAddons({ config, state }: Situation): AddonConfig[] {
  const declared = config.addons ?? [];
  const hasNodes = state.nodeGroups.some(({ status }) => status === 'ACTIVE');
  if (config.addonsConfig?.disableDefaultAddons || hasNodes) return declared;
  const names = new Set(declared.map(({ name }) => name.toLowerCase()));
  const added = NETWORKING.filter(name => !names.has(name));
  return [...declared, ...added.map(name => ({ name }))];
}
