import { findAddon } from './addons';
import type { NodeGroup } from './nodeGroups';
import { type Fact, read } from '../fact';
import { recordOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import type { InstanceType } from '../../network/instances';
import { addressesPerNode as everyInterface } from '../../network/subnetNeed';

/** Fewest and most addresses that a node keeps, by what its pods come to. */
export interface AddressBounds {
  fewest: number;
  most: number;
}

/** Addresses of one prefix that the VPC CNI puts on an interface. */
const PREFIX_SIZE = 16;

/** Most pods that EKS recommends on a machine of fewer than 30 vCPUs. */
const MOST_PODS_WITH_PREFIXES = 110;

type CniSettings = Readonly<Record<string, unknown>>;

/** The environment of the vpc-cni add-on. */
export function cniSettings(clusterConfig: SourceDocument): Fact<CniSettings> {
  const addon = findAddon(clusterConfig, 'vpc-cni');
  if (!addon) return read({}, clusterConfig.path);
  return addon.configuration.ok
    ? read(recordOf(addon.configuration.value.env), clusterConfig.path)
    : addon.configuration;
}

/**
 * Addresses that a node takes. By default a whole interface is kept warm, so that in the worst case all are
 * full; with prefix delegation or warm targets it depends on the pods
 * (https://github.com/aws/amazon-vpc-cni-k8s/blob/master/docs/eni-and-ip-target.md).
 */
export function addressesPerNode(
  instance: InstanceType,
  settings: CniSettings,
  group: NodeGroup,
): AddressBounds {
  const all = everyInterface(instance);
  const limit = group.get('maxPodsPerNode');
  if (isOn(settings.ENABLE_PREFIX_DELEGATION)) {
    const pods = typeof limit === 'number' ? limit : MOST_PODS_WITH_PREFIXES;
    const warm = numberOf(settings.WARM_PREFIX_TARGET) ?? 1;
    const prefixes = Math.ceil(pods / PREFIX_SIZE) + warm;
    return {
      fewest: PREFIX_SIZE * (1 + warm) + 1,
      most: PREFIX_SIZE * prefixes + instance.networkInterfaces,
    };
  }
  const warm = numberOf(settings.WARM_IP_TARGET);
  const minimum = numberOf(settings.MINIMUM_IP_TARGET);
  if (warm === undefined && minimum === undefined)
    return { fewest: all, most: all };
  const pods = typeof limit === 'number' ? limit : instance.maxPods;
  return {
    fewest: Math.min(all, Math.max(minimum ?? 0, warm ?? 0) + 1),
    most: Math.min(
      all,
      Math.max(minimum ?? 0, pods + (warm ?? 0)) + instance.networkInterfaces,
    ),
  };
}

function isOn(value: unknown): boolean {
  return value === true || value === 'true';
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && number > 0 ? number : undefined;
}
