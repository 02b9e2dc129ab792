import type { ClusterConfig } from '../config/clusterConfig';
import type { AwsClients } from './awsClients';
import { type Cluster, type ClusterState, clusterStack } from './clusterState';
import { readAddonOffers, readAddons } from './readAddons';
import { readCluster } from './readCluster';
import {
  readAccessEntries,
  readOidcProvider,
  readPodIdentities,
} from './readIdentities';
import { readControlPlaneRanges, readVpcRanges } from './readNetwork';
import { readNodeGroups } from './readNodeGroups';
import { readNodes } from './readNodes';
import { readStacks } from './readStacks';

const NO_CLUSTER = { known: false, reason: 'there is no cluster' } as const;

/** Reads everything that the plan compares, at about the same time. */
export async function readState(
  aws: AwsClients,
  config: ClusterConfig,
): Promise<ClusterState> {
  const { name } = config.metadata;
  const [cluster, stacks] = await Promise.all([
    readCluster(aws, name),
    readStacks(aws, name),
  ]);
  const absent: ClusterState = {
    cluster,
    stacks,
    nodeGroups: [],
    addons: [],
    addonOffers: {},
    podIdentities: [],
    accessEntries: [],
    oidcProvider: NO_CLUSTER,
    vpcRanges: NO_CLUSTER,
    controlPlaneRanges: NO_CLUSTER,
    nodes: NO_CLUSTER,
  };
  return cluster ? withContents(aws, config, { ...absent, cluster }) : absent;
}

async function withContents(
  aws: AwsClients,
  config: ClusterConfig,
  state: ClusterState & { cluster: Cluster },
): Promise<ClusterState> {
  const { name } = config.metadata;
  const { cluster } = state;
  const outputs = clusterStack(state, name)?.outputs ?? {};
  const addonNames = (config.addons ?? []).map(addon => addon.name);
  const entries = config.accessConfig?.accessEntries ?? [];
  // A cluster that is being made has nothing in it yet, and some calls refuse it.
  const settled = cluster.status === 'ACTIVE' || cluster.status === 'UPDATING';
  const [
    nodeGroups,
    addons,
    addonOffers,
    podIdentities,
    accessEntries,
    oidcProvider,
    vpcRanges,
    controlPlaneRanges,
    nodes,
  ] = await Promise.all([
    readNodeGroups(aws, name),
    readAddons(aws, name),
    settled ? readAddonOffers(aws, cluster.version, addonNames) : {},
    settled ? readPodIdentities(aws, name) : [],
    entries.length > 0 && settled ? readAccessEntries(aws, name) : [],
    readOidcProvider(aws, cluster),
    readVpcRanges(aws, cluster.vpcId),
    readControlPlaneRanges(aws, outputs.SecurityGroup),
    readNodes(aws, name, cluster),
  ]);
  return {
    ...state,
    nodeGroups,
    addons,
    addonOffers,
    podIdentities,
    accessEntries,
    oidcProvider,
    vpcRanges,
    controlPlaneRanges,
    nodes,
  };
}
