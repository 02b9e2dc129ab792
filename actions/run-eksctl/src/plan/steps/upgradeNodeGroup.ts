import type { NodeGroupConfig } from '../../config/clusterConfig';
import type { NodeGroup } from '../../state/clusterState';
import { eksctlStep } from '../eksctlStep';
import { nodeGroupHealth } from '../nodeGroupHealth';
import {
  type Situation,
  liveCluster,
  minorOf,
  targetVersion,
} from '../situation';
import { type StepKind, missing } from '../step';

interface Upgrade {
  name: string;
  from: string;
  /** One of the two. */
  kubernetesVersion?: string;
  releaseVersion?: string;
}

/** Moves a node group to the cluster's minor, or to the declared release of its image. */
export const upgradeNodeGroup: StepKind<Upgrade> = {
  kind: 'upgrade-node-group',
  diff(situation) {
    const { managedNodeGroups = [] } = situation.config;
    return managedNodeGroups.flatMap(wanted => {
      const upgrade = upgradeOf(wanted, situation);
      return upgrade ? [upgrade] : [];
    });
  },
  subject: ({ name }) => name,
  describe: ({ name, from, kubernetesVersion, releaseVersion }) =>
    `upgrade the nodes of ${name} from ${from} to ${releaseVersion ?? `Kubernetes ${kubernetesVersion}`}`,
  apply({ name, kubernetesVersion, releaseVersion }, tools) {
    const { metadata } = tools.situation.config;
    return eksctlStep(tools, {
      args: [
        'upgrade',
        'nodegroup',
        `--cluster=${metadata.name}`,
        `--region=${metadata.region}`,
        `--name=${name}`,
        releaseVersion
          ? `--release-version=${releaseVersion}`
          : `--kubernetes-version=${kubernetesVersion}`,
        '--wait',
      ],
    });
  },
  confirm({ name, kubernetesVersion, releaseVersion }, situation) {
    const live = groupOf(situation, name);
    const reached =
      live &&
      (releaseVersion
        ? live.releaseVersion === releaseVersion
        : minorOf(live.version) >= minorOf(kubernetesVersion ?? ''));
    return reached
      ? nodeGroupHealth(name, situation)
      : missing(
          `${name} has Kubernetes ${live?.version}, release ${live?.releaseVersion}, and is ${live?.status}`,
          true,
        );
  },
};

function groupOf({ state }: Situation, name: string): NodeGroup | undefined {
  return state.nodeGroups.find(group => group.name === name);
}

function upgradeOf(
  { name, releaseVersion }: NodeGroupConfig,
  situation: Situation,
): Upgrade | undefined {
  const cluster = liveCluster(situation);
  const live = groupOf(situation, name);
  // EKS names no version for an image of one's own.
  if (!cluster || !live?.version || live.amiType === 'CUSTOM') return undefined;
  if (releaseVersion) {
    return live.releaseVersion === releaseVersion
      ? undefined
      : { name, from: live.releaseVersion, releaseVersion };
  }
  const target = targetVersion(situation.config, cluster);
  return minorOf(live.version) < minorOf(target)
    ? {
        name,
        from: `Kubernetes ${live.version}`,
        kubernetesVersion: target,
      }
    : undefined;
}
