import {
  type ClusterState,
  type Stack,
  clusterStackName,
} from '../state/clusterState';
import { type Situation, liveCluster } from './situation';

/** A stack that is in the way of making what it stood for. */
export interface Leftover {
  stack: Stack;
  /**
   * `failed` for good; `unused` is a role that nobody uses, or nobody uses yet: eksctl makes it minutes before
   * what uses it.
   */
  state: 'failed' | 'unused';
  why: string;
}

/** Statuses of a stack whose creation or deletion failed: its name is taken, and what it stood for is not there. */
const FAILED = new Set([
  'CREATE_FAILED',
  'ROLLBACK_COMPLETE',
  'ROLLBACK_FAILED',
  'DELETE_FAILED',
]);

/** Stacks that were left by a creation or deletion that did not end well, the cluster's own one last. */
export function leftoverStacks(situation: Situation): Leftover[] {
  const { state, config } = situation;
  const own = clusterStackName(config.metadata.name);
  const settled = state.stacks.filter(
    ({ status }) => !status.endsWith('_IN_PROGRESS'),
  );
  const found = settled.flatMap(stack => {
    const reason: Reason | undefined = liveCluster(situation)
      ? besideCluster(state, stack, own)
      : { state: 'failed', why: 'there is no such cluster' };
    return reason ? [{ stack, ...reason }] : [];
  });
  return found.sort((a, b) => rank(a.stack, own) - rank(b.stack, own));
}

function rank({ name }: Stack, own: string): number {
  return name === own ? 1 : 0;
}

/** Tags by which eksctl says what a stack stands for. */
const NODE_GROUP = 'alpha.eksctl.io/nodegroup-name';
const ADDON = 'alpha.eksctl.io/addon-name';
const POD_IDENTITY = 'alpha.eksctl.io/podidentityassociation-name';

type Reason = Omit<Leftover, 'stack'>;

function besideCluster(
  state: ClusterState,
  { name, status, tags, reason }: Stack,
  own: string,
): Reason | undefined {
  if (name === own) return undefined;
  const nodeGroup = tags[NODE_GROUP];
  if (nodeGroup) {
    const group = state.nodeGroups.find(found => found.name === nodeGroup);
    if (group?.status === 'CREATE_FAILED') {
      return failed(
        `node group ${nodeGroup} could not be created: ${group.health.join('; ') || 'EKS gives no reason'}`,
      );
    }
    return !group && FAILED.has(status)
      ? failed(
          `there is no node group ${nodeGroup}${reason ? `: ${reason}` : ''}`,
        )
      : undefined;
  }
  if (FAILED.has(status)) return failed(reason ?? 'it was not created');
  const why = roleWithoutUse(state, tags);
  return why ? { state: 'unused', why } : undefined;
}

function failed(why: string): Reason {
  return { state: 'failed', why };
}

/** eksctl makes the role first and cannot go on with one that is there already. */
function roleWithoutUse(
  { addons, podIdentities }: ClusterState,
  tags: Record<string, string>,
): string | undefined {
  const addon = tags[ADDON];
  if (addon && !addons.some(({ name }) => name === addon)) {
    return `there is no add-on ${addon} that would use its role`;
  }
  const identity = tags[POD_IDENTITY];
  const used = podIdentities.some(
    ({ namespace, serviceAccount }) =>
      `${namespace}/${serviceAccount}` === identity,
  );
  return identity && !used
    ? `there is no pod identity association ${identity} that would use its role`
    : undefined;
}
