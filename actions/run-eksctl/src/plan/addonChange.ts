import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { AddonConfig } from '../config/clusterConfig';
import type { Addon, AddonOffer } from '../state/clusterState';
import {
  type Situation,
  liveCluster,
  minorOf,
  targetVersion,
} from './situation';

interface Change {
  version: string;
  reason: string;
}

/** What is to change of an add-on that is there, or `undefined`. */
export function addonChange(
  wanted: AddonConfig,
  situation: Situation,
): Change | undefined {
  const { state, config } = situation;
  const cluster = liveCluster(situation);
  const live = state.addons.find(({ name }) => name === wanted.name);
  if (!live || !cluster || live.status === 'CREATE_FAILED') return undefined;
  const offer = state.addonOffers[wanted.name];
  const version = wanted.version
    ? matchingVersion(wanted.version, live, offer)
    : fittingVersion(live, offer, targetVersion(config, cluster));
  if (version !== live.version) {
    return { version, reason: `${live.version} to ${version}` };
  }
  return sameConfiguration(wanted, live)
    ? undefined
    : { version, reason: 'its configurationValues' };
}

/** As eksctl understands it: exact, `latest`, or part of a version, of which it takes the newest. */
function matchingVersion(
  wanted: string,
  live: Addon,
  offer: AddonOffer | undefined,
): string {
  const versions = offer?.versions ?? [];
  if (versions.includes(wanted) || versions.length === 0) return wanted;
  const matching = versions.filter(
    version => wanted === 'latest' || version.includes(wanted),
  );
  // EKS lists the newest first.
  return matching[0] ?? live.version;
}

/**
 * Without a declared version the present one stays, unless EKS does not offer it for the cluster's version or
 * kube-proxy has fallen behind (https://docs.aws.amazon.com/eks/latest/userguide/managing-kube-proxy.html).
 */
function fittingVersion(
  { name, version }: Addon,
  offer: AddonOffer | undefined,
  kubernetesVersion: string,
): string {
  if (!offer?.byDefault || offer.versions.length === 0) return version;
  const behind =
    name === 'kube-proxy' && minorOf(version) < minorOf(kubernetesVersion);
  return offer.versions.includes(version) && !behind
    ? version
    : offer.byDefault;
}

/** JSON or YAML, as EKS takes both; a file that says nothing leaves what is there. */
function sameConfiguration(wanted: AddonConfig, live: Addon): boolean {
  if (!wanted.configurationValues) return true;
  return isDeepStrictEqual(
    parse(wanted.configurationValues),
    parse(live.configurationValues ?? '{}'),
  );
}
