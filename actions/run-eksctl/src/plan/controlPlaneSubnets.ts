import { clusterStack } from '../state/clusterState';
import type { Situation } from './situation';

/** Whether the control plane is wanted in private subnets only, which the file does not name. */
export function movesControlPlane({ config, choices }: Situation): boolean {
  const { vpc } = config;
  const declared = vpc?.controlPlaneSubnetIDs ?? [];
  return (
    declared.length === 0 &&
    (vpc?.controlPlaneOnPrivateSubnets ??
      choices.controlPlaneSubnets === 'private')
  );
}

/** Where the control plane's network interfaces are wanted; `undefined` where nobody says. */
export function controlPlaneSubnets(
  situation: Situation,
): string[] | undefined {
  const { config, state } = situation;
  if (!movesControlPlane(situation)) return config.vpc?.controlPlaneSubnetIDs;
  const outputs = clusterStack(state, config.metadata.name)?.outputs ?? {};
  const own = outputs.SubnetsPrivate?.split(',').filter(Boolean) ?? [];
  return own.length > 0 ? own : undefined;
}
