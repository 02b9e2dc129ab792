import type { LiveInstanceType, SideLiveFacts } from '../../facts/live';
import {
  type NodeSource,
  type ProductAutoscaler,
  asInstanceType,
  autoscalerTitle,
  nodeScalers,
  nodeSources,
  productAutoscalers,
  unknownStart,
} from '../../facts/live/capacity';
import { deploymentsOf } from '../../facts/live/product';
import { requestsOf } from '../../facts/release/requests';
import { SYSTEM_LOAD, podsPerNode } from '../../network';
import type { Load, Resources } from '../../network/capacity';
import { fail, pass, skipped, unknown } from '../finding';
import type { Finding } from '../guideline';
import { liveSideCheck } from '../liveCheck';

/** Compares the most pods that an autoscaler may ask for with what the largest node groups hold. */
export const live = liveSideCheck({
  needs: [
    'podAutoscalers',
    'productDeployments',
    'nodeGroups',
    'instanceTypes',
  ],
  check: (facts, { side, settings, given }) => {
    const query = { side, settings };
    const { podAutoscalers, productDeployments } = facts;
    const own = deploymentsOf(productDeployments, side, query);
    const [autoscaler] = productAutoscalers(podAutoscalers, own);
    if (!autoscaler) return skipped(`nothing autoscales the ${side} pods`);
    const [envoy] = deploymentsOf(productDeployments, 'envoy', query);
    const request = envoy && requestsOf(envoy);
    return judgeRoom(autoscaler, {
      ...facts,
      given,
      // One Envoy pod a node, as they keep apart.
      loads: [SYSTEM_LOAD, ...(request ? [{ name: 'Envoy', ...request }] : [])],
    });
  },
});

interface Groups {
  instanceTypes: readonly LiveInstanceType[];
  loads: readonly Load[];
  given: SideLiveFacts;
}

function judgeRoom(autoscaler: ProductAutoscaler, groups: Groups): Finding {
  const { maxReplicas, workload } = autoscaler;
  const pod = requestsOf(workload);
  if (maxReplicas === undefined || !pod) {
    return unknown(
      `${autoscalerTitle(autoscaler)} names no maximum, or its pods no resources that can be read`,
    );
  }
  const { sources, gaps } = nodeSources(groups.given);
  const rooms = sources
    .filter(source => source.suits([workload]) !== 'no')
    .map(source => roomOf(source, { ...groups, pod }));
  const total = rooms.reduce((sum, { pods }) => sum + (pods ?? 0), 0);
  const evidence = {
    expected: `room for ${maxReplicas} pods of ${autoscalerTitle(autoscaler)}`,
    observed: `room for ${total}: ${rooms.map(({ detail }) => detail).join('; ') || 'no node groups'}`,
  };
  if (total >= maxReplicas) return pass(evidence);
  const open = rooms.find(({ pods }) => pods === undefined)?.detail;
  const reason = open ?? otherNodes(groups) ?? gaps[0];
  return reason ? unknown(reason, evidence) : fail(evidence);
}

/** Counts with the smallest of the group's types, because the scheduler may get only those. */
function roomOf(
  source: NodeSource,
  { instanceTypes, loads, pod }: Groups & { pod: Resources },
): { pods?: number; detail: string } {
  const { name, max } = source;
  const unclear = unknownStart(source);
  if (unclear) return { detail: unclear };
  if (max === 0) return { pods: 0, detail: `${name} may have no node` };
  const held = source.instanceTypes.map(type => {
    const instance = asInstanceType(type, instanceTypes);
    return instance && podsPerNode({ instance, pod, loads }).pods;
  });
  const known = held.filter(pods => pods !== undefined);
  if (known.length < held.length) {
    return { detail: `the instance types of ${name} are not known` };
  }
  const fewest = Math.min(...known);
  return {
    pods: fewest * max,
    detail: `${name} holds ${fewest} a node on up to ${max} nodes`,
  };
}

/** Why there may be nodes beside the groups; `undefined` where there are none. */
function otherNodes({ given }: Groups): string | undefined {
  const { found, gaps } = nodeScalers(given);
  const dynamic = found.find(({ kind }) => kind !== 'clusterAutoscaler');
  if (dynamic)
    return `${dynamic.title} starts nodes up to limits that are not judged`;
  return gaps[0];
}
