import { clusterStack } from '../../state/clusterState';
import { type Situation, liveCluster } from '../situation';

/** A key of the file whose value a cluster keeps for life. */
interface Fixed {
  key: string;
  wanted?: string;
  live?: string;
}

/** What is decided when a cluster is created. */
export function network(situation: Situation): string[] {
  const cluster = liveCluster(situation);
  if (!cluster) return [];
  const { config, state } = situation;
  const { vpc, kubernetesNetworkConfig } = config;
  const outputs = clusterStack(state, config.metadata.name)?.outputs ?? {};
  const ranges = state.vpcRanges.known ? state.vpcRanges.value : [];
  const fixed: Fixed[] = [
    { key: 'vpc.id', wanted: vpc?.id, live: cluster.vpcId },
    { key: 'vpc.cidr', wanted: vpc?.cidr, live: ranges[0] },
    {
      key: 'vpc.nat.gateway',
      wanted: vpc?.nat?.gateway,
      live: outputs.FeatureNATMode,
    },
    {
      key: 'kubernetesNetworkConfig.ipFamily',
      wanted: kubernetesNetworkConfig?.ipFamily?.toLowerCase(),
      live: cluster.ipFamily,
    },
    {
      key: 'kubernetesNetworkConfig.serviceIPv4CIDR',
      wanted: kubernetesNetworkConfig?.serviceIPv4CIDR,
      live: cluster.serviceRange,
    },
  ];
  const changed = fixed
    .filter(({ wanted, live }) => wanted && live && wanted !== live)
    .map(
      ({ key, wanted, live }) =>
        `${key}: the cluster has ${live} for life, the file says ${wanted}; put ${live} back, or create another cluster.`,
    );
  return [...changed, ...extraRanges(situation)];
}

/** eksctl reads `extraCIDRs` at creation only. */
function extraRanges({ config, state }: Situation): string[] {
  const { controlPlaneRanges } = state;
  const wanted = config.vpc?.extraCIDRs ?? [];
  if (!controlPlaneRanges.known) return [];
  const lacking = wanted.filter(
    range => !controlPlaneRanges.value.includes(range),
  );
  return lacking.length > 0
    ? [
        `vpc.extraCIDRs: eksctl lets these in at creation only, and ${lacking.join(', ')} cannot reach the control plane; take the range out of the file, or add a rule for port 443 to the security group ControlPlaneSecurityGroup of the stack.`,
      ]
    : [];
}
