import { eksctlStep } from '../eksctlStep';
import { liveCluster, minorOf, targetVersion } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

interface Upgrade {
  from: string;
  to: string;
}

/** Moves the control plane to the next minor of Kubernetes. */
export const upgradeCluster: StepKind<Upgrade> = {
  kind: 'upgrade-cluster',
  diff(situation) {
    const cluster = liveCluster(situation);
    if (!cluster) return [];
    const to = targetVersion(situation.config, cluster);
    return minorOf(to) > minorOf(cluster.version)
      ? [{ from: cluster.version, to }]
      : [];
  },
  subject: ({ to }) => to,
  describe: ({ from, to }) =>
    `upgrade the control plane from Kubernetes ${from} to ${to}`,
  apply: (_, tools) =>
    eksctlStep(tools, {
      // Without --approve it only prints what it would do, and ends with 0.
      args: ['upgrade', 'cluster', '-f', tools.configText.path, '--approve'],
    }),
  confirm({ to }, { state }) {
    const { cluster } = state;
    return cluster?.status === 'ACTIVE' && cluster.version === to
      ? confirmed(`EKS says that the control plane runs Kubernetes ${to}`)
      : missing(
          `the control plane runs Kubernetes ${cluster?.version} and is ${cluster?.status}`,
          true,
        );
  },
};
