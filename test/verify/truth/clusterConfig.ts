import type {
  UpdateClusterConfigRequest,
  VpcConfigRequest,
} from '@aws-sdk/client-eks';
import { until } from '../world/waiting.ts';
import type { WorldSide } from '../world/world.ts';

/** Changes the configuration of a side's cluster and waits until it is in force. */
export async function setClusterConfig(
  { eks, plan }: WorldSide,
  change: Omit<UpdateClusterConfigRequest, 'name'>,
): Promise<void> {
  await eks.updateClusterConfig({ name: plan.cluster, ...change });
  await until(
    () => eks.describeCluster({ name: plan.cluster }),
    ({ cluster }) => cluster?.status === 'ACTIVE',
  );
}

export function setClusterVpc(
  side: WorldSide,
  resourcesVpcConfig: VpcConfigRequest,
): Promise<void> {
  return setClusterConfig(side, { resourcesVpcConfig });
}

/** How the endpoint of the healthy world is; the ranges are stored even while public access is off. */
export const PRIVATE_ENDPOINT: VpcConfigRequest = {
  endpointPublicAccess: false,
  endpointPrivateAccess: true,
  publicAccessCidrs: ['0.0.0.0/0'],
};
