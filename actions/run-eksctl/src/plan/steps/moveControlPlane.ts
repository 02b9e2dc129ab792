import { controlPlaneSubnets } from '../controlPlaneSubnets';
import { liveCluster } from '../situation';
import { type StepKind, confirmed, missing } from '../step';
import { updateCluster } from '../updateCluster';

/**
 * Moves the network interfaces of the control plane into the wanted subnets. eksctl puts them into public and
 * private ones (https://github.com/eksctl-io/eksctl/pull/8793); its stack knows nothing of the move.
 */
export const moveControlPlane: StepKind<string[]> = {
  kind: 'move-control-plane',
  diff(situation) {
    const wanted = controlPlaneSubnets(situation);
    const live = liveCluster(situation)?.subnetIds;
    return wanted?.length && live && !same(wanted, live) ? [wanted] : [];
  },
  subject: subnets => subnets.join(', '),
  describe: subnets =>
    `move the control plane's network interfaces to the subnets ${subnets.join(', ')}`,
  apply: (subnetIds, tools) =>
    updateCluster(tools, { resourcesVpcConfig: { subnetIds } }),
  confirm(subnets, { state }) {
    const live = state.cluster?.subnetIds ?? [];
    return same(subnets, live)
      ? confirmed(`EKS says that the control plane is in ${live.join(', ')}`)
      : missing(`the control plane is in ${live.join(', ')}`, true);
  },
};

function same(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join() === [...other].sort().join();
}
