import {
  type PodAutoscaler,
  podAutoscalers,
} from '../../facts/autoscaling/podAutoscalers';
import { nodeCountOf } from '../../facts/clusterConfig/nodeCount';
import {
  type NodeGroup,
  instanceTypesOf,
  nodeGroups,
} from '../../facts/clusterConfig/nodeGroups';
import type { SourceDocument } from '../../facts/sourceDocument';
import { findInstanceType, podsPerNode } from '../../network';
import type { Side } from '../../report/report';
import { fail, pass, skipped, unknown } from '../finding';
import { type Finding, type Guideline, sideCheck } from '../guideline';
import { source } from '../sources';
import { live } from './live';

/** https://scalardl.scalar-labs.com/docs/latest/scalar-kubernetes/CreateEKSClusterForScalarDLAuditor/ */
export const podAutoscalingFitsNodeGroups: Guideline = {
  id: 'pod-autoscaling-fits-node-groups',
  level: 'recommendation',
  title: 'The most autoscaled pods fit the most nodes',
  source: source('eksClusters', 'Worker node resources and HPA'),
  pass: 'The node groups can grow far enough for every pod that autoscaling may ask for.',
  fail: 'Autoscaling may ask for more pods than the node groups can ever hold.',
  remedy:
    'Raise spec.<side>.nodes.max, choose larger instance types, or lower spec.<side>.pods.autoscaling.maxReplicas.',
  plan: sideCheck({
    needs: ['manifests', 'clusterConfig'],
    check: ({ manifests, clusterConfig }, { side }) => {
      const autoscaler = podAutoscalers(manifests).find(({ target }) =>
        target.endsWith(`-${side}`),
      );
      return autoscaler
        ? judgeRoom(autoscaler, clusterConfig, side)
        : skipped(`nothing autoscales the ${side} pods`);
    },
  }),
  live,
};

function judgeRoom(
  autoscaler: PodAutoscaler,
  clusterConfig: SourceDocument,
  side: Side,
): Finding {
  const { maxReplicas, location, kind, name } = autoscaler;
  if (maxReplicas === undefined) {
    return unknown(`${kind} ${name} names no maximum`, { location });
  }
  const rooms = nodeGroups(clusterConfig).map(roomOf);
  const unreadable = rooms.find(room => room.pods === undefined);
  if (unreadable) return unknown(unreadable.detail, { location });
  const total = rooms.reduce((sum, { pods = 0 }) => sum + pods, 0);
  const evidence = {
    location,
    expected: `room for ${maxReplicas} ${side} pods`,
    observed: `room for ${total}: ${rooms.map(({ detail }) => detail).join('; ') || 'no node groups'}`,
  };
  return total >= maxReplicas ? pass(evidence) : fail(evidence);
}

interface Room {
  /** Product pods that the group holds at its largest; `undefined` where that cannot be told. */
  pods: number | undefined;
  detail: string;
}

/** Counts with the smallest of the group's types, because the scheduler may get only those. */
function roomOf(group: NodeGroup): Room {
  const count = nodeCountOf(group);
  const types = instanceTypesOf(group);
  if (!count || !types) {
    return {
      pods: undefined,
      detail: `size or instance types of ${group.id} are not in the file`,
    };
  }
  const known = types.map(findInstanceType);
  const perNode = known.map(
    instance => instance && podsPerNode({ instance }).pods,
  );
  const missing = types.find((_, index) => perNode[index] === undefined);
  if (missing) {
    return {
      pods: undefined,
      detail: `${missing} is not a known instance type`,
    };
  }
  const fewest = Math.min(...perNode.map(pods => pods ?? 0));
  return {
    pods: fewest * count.maximum,
    detail: `${group.id} holds ${fewest} a node on up to ${count.maximum} nodes`,
  };
}
