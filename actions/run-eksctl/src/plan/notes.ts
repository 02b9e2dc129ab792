import { movesControlPlane } from './controlPlaneSubnets';
import { removableNodeGroups } from './removableNodeGroups';
import { type Situation, liveCluster } from './situation';

/** Which subnets these are is known only once they are there. */
const MOVE_LATER =
  "After its creation the control plane's network interfaces are moved to the private subnets.";

/** What a person should know beside the steps. */
export function notesOf(situation: Situation): string[] {
  const cluster = liveCluster(situation);
  if (!cluster) return movesControlPlane(situation) ? [MOVE_LATER] : [];
  const { config, state, choices } = situation;
  const extra = choices.replaceNodeGroups ? [] : removableNodeGroups(situation);
  const unknown = [
    state.nodes,
    state.oidcProvider,
    state.vpcRanges,
    state.controlPlaneRanges,
  ].flatMap(fact => (fact.known ? [] : [fact.reason]));
  const live = new Map(state.nodeGroups.map(group => [group.name, group]));
  const scaled = (config.managedNodeGroups ?? []).flatMap(
    ({ name, desiredCapacity = Infinity }) => {
      const desired = live.get(name)?.desired ?? 0;
      return desired > desiredCapacity
        ? [
            `Node group ${name} keeps its ${desired} nodes, though the file says ${desiredCapacity}: an autoscaler may have set them.`,
          ]
        : [];
    },
  );
  return [
    ...extra.map(
      name =>
        `Node group ${name} is not in the file and was left alone; replace-node-groups: true deletes it.`,
    ),
    ...scaled,
    ...cluster.health.map(
      issue => `EKS finds fault with the cluster: ${issue}.`,
    ),
    ...state.nodeGroups.flatMap(({ name, status, health }) =>
      status === 'CREATE_FAILED'
        ? []
        : health.map(
            issue => `EKS finds fault with node group ${name}: ${issue}.`,
          ),
    ),
    ...unknown.map(reason => `Not known: ${reason}.`),
  ];
}
