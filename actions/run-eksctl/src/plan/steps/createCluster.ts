import type { ClusterConfig } from '../../config/clusterConfig';
import { clusterStack } from '../../state/clusterState';
import { eksctlStep } from '../eksctlStep';
import { failedNodeGroup } from '../failedNodeGroup';
import { declaredNodeGroups } from '../situation';
import { type StepKind, confirmed, missing } from '../step';

/** Creates the cluster with all that the file names. What a broken creation left out, other steps add. */
export const createCluster: StepKind<ClusterConfig> = {
  kind: 'create-cluster',
  diff: ({ config, state }) => (state.cluster ? [] : [config]),
  subject: ({ metadata }) => metadata.name,
  describe: describeCluster,
  apply: (config, tools) =>
    eksctlStep(tools, {
      hopeless: () => failedNodeGroup(tools, declaredNodeGroups(config)),
      // The kubeconfig of whoever runs this is theirs.
      args: [
        'create',
        'cluster',
        '-f',
        tools.configText.path,
        '--write-kubeconfig=false',
      ],
    }),
  confirm({ metadata: { name } }, { state }) {
    const stack = clusterStack(state, name);
    const { cluster } = state;
    if (cluster?.status === 'ACTIVE' && stack?.status === 'CREATE_COMPLETE') {
      return confirmed(
        `EKS says that ${name} is ACTIVE with Kubernetes ${cluster.version}; stack ${stack.name} is CREATE_COMPLETE`,
      );
    }
    const found = cluster ? `cluster ${cluster.status}` : 'no cluster';
    const reason = stack?.reason ? ` (${stack.reason})` : '';
    return missing(
      `${found}, ${stack ? `stack ${stack.status}${reason}` : 'no stack'}`,
      true,
    );
  },
};

function describeCluster(config: ClusterConfig): string {
  const { metadata, vpc, addons = [] } = config;
  const network = vpc?.id
    ? `in the VPC ${vpc.id}`
    : `with a new VPC ${vpc?.cidr ?? "of eksctl's default range"} and NAT mode ${vpc?.nat?.gateway ?? 'Single'}`;
  const groups = declaredNodeGroups(config);
  return [
    `create cluster ${metadata.name} in ${metadata.region}`,
    metadata.version ? `Kubernetes ${metadata.version}` : undefined,
    network,
    groups.length > 0 ? `node groups ${groups.join(', ')}` : 'no node groups',
    addons.length > 0
      ? `add-ons ${addons.map(({ name }) => name).join(', ')}`
      : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}
