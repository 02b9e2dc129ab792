import type { SideLiveFacts } from '../../facts/live';
import { nodePoolsOf } from '../../facts/live/capacity/nodePools';
import { isOn, liveCniSettings } from '../../facts/live/nodes/liveCniSettings';
import { productOnFargate } from '../../facts/live/nodes/productOnFargate';
import { subnetDemands } from '../../facts/live/subnets/subnetDemands';
import type { Interfaces } from '../../facts/live/subnets/takenAddresses';
import { combine, unknown } from '../finding';
import type { Finding } from '../guideline';
import { liveSideCheck } from '../liveCheck';
import { skippedForIpv6 } from '../skippedForIpv6';
import { roomSubject } from './room';

const expected = 'addresses for the largest size, an update and 30 % more';

/** Compares what the largest size still needs with what is free, now that the cluster has some already. */
export const live = liveSideCheck({
  needs: ['cluster', 'instances', 'networkInterfaces'],
  check: ({ cluster, instances, networkInterfaces }, { given }) =>
    skippedForIpv6(cluster) ??
    dynamicFinding(given) ??
    judge(given, { cluster: cluster.name, instances, networkInterfaces }),
});

function judge(facts: SideLiveFacts, interfaces: Interfaces): Finding {
  const settings = liveCniSettings(facts);
  if (!settings.ok) return unknown(settings.reason, { expected });
  const demands = subnetDemands(facts, settings.value);
  if (!demands.ok) return unknown(demands.reason, { expected });
  const inBlocks = isOn(settings.value, 'ENABLE_PREFIX_DELEGATION');
  return combine(
    demands.value.map(demand => roomSubject(demand, { interfaces, inBlocks })),
    { none: 'no node groups', expected },
  );
}

/** Karpenter, Auto Mode and Fargate start as many nodes as pods ask for. */
function dynamicFinding(facts: SideLiveFacts): Finding | undefined {
  const { cluster, nodePools, nodeGroups } = facts;
  if (!nodePools.ok) return unknown(nodePools.reason, { expected });
  const [pool] = nodePoolsOf(nodePools.value);
  const autoMode = cluster.ok && cluster.value.autoMode;
  const onFargate =
    nodeGroups.ok &&
    nodeGroups.value.length === 0 &&
    productOnFargate(facts).all;
  const who =
    (autoMode && 'EKS Auto Mode') ||
    (pool && `the NodePool ${pool.name}`) ||
    (onFargate && 'AWS Fargate');
  return who
    ? unknown(`how many nodes ${who} starts is only known while it runs`, {
        expected,
      })
    : undefined;
}
