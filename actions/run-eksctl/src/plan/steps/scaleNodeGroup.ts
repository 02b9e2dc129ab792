import { UpdateNodegroupConfigCommand } from '@aws-sdk/client-eks';
import type { NodeGroupConfig } from '../../config/clusterConfig';
import type { NodeGroup } from '../../state/clusterState';
import { nodeGroupHealth } from '../nodeGroupHealth';
import { type Situation, liveCluster } from '../situation';
import { type StepKind, missing } from '../step';
import { awaitUpdate } from '../updateCluster';

interface Sizes {
  min: number;
  desired: number;
  max: number;
}

interface Scaling {
  name: string;
  before: Sizes;
  after: Sizes;
  /** Where it is to change. */
  maxUnavailable?: number;
  maxUnavailablePercentage?: number;
}

/** Moves a node group's bounds, and its size within them. */
export const scaleNodeGroup: StepKind<Scaling> = {
  kind: 'scale-node-group',
  diff(situation) {
    if (!liveCluster(situation)) return [];
    const { managedNodeGroups = [] } = situation.config;
    return managedNodeGroups.flatMap(wanted => {
      const live = groupOf(situation, wanted.name);
      const scaling = live && scalingOf(wanted, live);
      return scaling ? [scaling] : [];
    });
  },
  subject: ({ name }) => name,
  describe({ name, before, after, ...update }) {
    const at = update.maxUnavailable ?? update.maxUnavailablePercentage;
    const unavailable =
      at === undefined
        ? ''
        : `, at most ${at}${update.maxUnavailable === undefined ? ' %' : ''} unavailable during an update`;
    return `scale node group ${name} from ${sizes(before)} to ${sizes(after)}${unavailable}`;
  },
  // One call that says all three at once and needs no Kubernetes API, unlike `eksctl scale nodegroup`.
  async apply({ name, after, ...update }, { aws, runs, situation }) {
    const cluster = situation.config.metadata.name;
    const { maxUnavailable, maxUnavailablePercentage } = update;
    const changesUpdate =
      maxUnavailable !== undefined || maxUnavailablePercentage !== undefined;
    const { update: begun } = await aws.call(
      `eks:UpdateNodegroupConfig of ${name}`,
      () =>
        aws.eks.send(
          new UpdateNodegroupConfigCommand({
            clusterName: cluster,
            nodegroupName: name,
            scalingConfig: {
              minSize: after.min,
              desiredSize: after.desired,
              maxSize: after.max,
            },
            updateConfig: changesUpdate
              ? { maxUnavailable, maxUnavailablePercentage }
              : undefined,
          }),
        ),
    );
    const ended = await awaitUpdate(
      { aws, runs },
      { name: cluster, updateId: begun?.id, nodegroupName: name },
    );
    return { ...ended, command: 'eks:UpdateNodegroupConfig' };
  },
  confirm({ name, after }, situation) {
    const live = groupOf(situation, name);
    const reached =
      live?.min === after.min &&
      live.max === after.max &&
      live.desired >= after.desired;
    return reached
      ? nodeGroupHealth(name, situation)
      : missing(`${name} has ${live ? sizes(live) : 'gone'}`, true);
  },
};

function groupOf({ state }: Situation, name: string): NodeGroup | undefined {
  return state.nodeGroups.find(group => group.name === name);
}

/**
 * The desired size is an autoscaler's to lower: it is raised to the declared one, and otherwise moved only
 * as far as the bounds demand.
 */
function scalingOf(
  wanted: NodeGroupConfig,
  live: NodeGroup,
): Scaling | undefined {
  const { minSize, maxSize, desiredCapacity, updateConfig = {} } = wanted;
  const max = maxSize ?? Math.max(live.max, minSize ?? 0, desiredCapacity ?? 0);
  const min = minSize ?? Math.min(live.min, max);
  const raised = Math.max(live.desired, desiredCapacity ?? live.desired);
  const desired = Math.min(max, Math.max(min, raised));
  const after = { min, desired, max };
  const { maxUnavailable, maxUnavailablePercentage } = updateConfig;
  const changesUpdate =
    (maxUnavailable !== undefined && maxUnavailable !== live.maxUnavailable) ||
    (maxUnavailablePercentage !== undefined &&
      maxUnavailablePercentage !== live.maxUnavailablePercentage);
  if (sizes(after) === sizes(live) && !changesUpdate) return undefined;
  return {
    name: wanted.name,
    before: { min: live.min, desired: live.desired, max: live.max },
    after,
    ...(changesUpdate ? { maxUnavailable, maxUnavailablePercentage } : {}),
  };
}

function sizes({ min, desired, max }: Sizes): string {
  return `${min}/${desired}/${max}`;
}
