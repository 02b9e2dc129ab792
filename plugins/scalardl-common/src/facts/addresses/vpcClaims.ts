import type { Environment } from '../../environment/schema';
import { DEFAULT_VPC_CIDR } from '../../network/split';
import type { Location, Side } from '../../report/report';
import { findAddon } from '../clusterConfig/addons';
import { declaredSubnets } from '../clusterConfig/declaredSubnets';
import { existingVpc } from '../clusterConfig/existingVpc';
import { recordOf, textOf, textsOf } from '../plain/plain';
import type { SourceDocument } from '../sourceDocument';
import { type Claims, SIDE_TITLE, claim, together } from './claim';

/** One side's files, as far as they speak of addresses. */
export interface SideFiles {
  side: Side;
  clusterConfig: SourceDocument;
  environment: Environment | undefined;
}

/** The ranges of the VPC, and of the networks that may call the cluster's API. */
export function vpcClaims(files: SideFiles): Claims {
  const { clusterConfig, side } = files;
  const callers = textsOf(clusterConfig.get('vpc', 'extraCIDRs'));
  return together(
    existingVpc(clusterConfig) ? existingVpcClaims(files) : newVpcClaims(files),
    ...callers.map((cidr, index) =>
      claim(cidr, {
        owner: `vpc.extraCIDRs of ${SIDE_TITLE[side]}`,
        purpose: 'callers',
        location: clusterConfig.locate('vpc', 'extraCIDRs', index),
      }),
    ),
  );
}

function newVpcClaims({ clusterConfig, side }: SideFiles): Claims {
  const owner = vpcOwner(side);
  const cidr = textOf(clusterConfig.get('vpc', 'cidr')) ?? DEFAULT_VPC_CIDR;
  const location = clusterConfig.locate('vpc', 'cidr');
  const reason =
    'custom networking of the vpc-cni add-on gives pods addresses of ranges that the ClusterConfig does not tell';
  return together(claim(cidr, { owner, purpose: 'vpc', location }), {
    claims: [],
    gaps: hasCustomNetworking(clusterConfig)
      ? [{ owner, reason, location: addonLocation(clusterConfig) }]
      : [],
  });
}

/** The environment file names every range; the ClusterConfig is what eksctl will use. Both count. */
function existingVpcClaims(files: SideFiles): Claims {
  const { clusterConfig, side, environment } = files;
  const owner = vpcOwner(side);
  const known = environment?.spec[side].network.existing?.cidrs;
  const own = textOf(clusterConfig.get('vpc', 'cidr'));
  const location = clusterConfig.locate('vpc', 'id');
  const ranges: { cidr: string; location: Location }[] = [
    ...(known ?? []).map(cidr => ({ cidr, location })),
    ...(own
      ? [{ cidr: own, location: clusterConfig.locate('vpc', 'cidr') }]
      : []),
    ...declaredSubnets(clusterConfig).flatMap(({ kind, name, cidr }) => {
      const keys = ['vpc', 'subnets', kind, name, 'cidr'];
      return cidr ? [{ cidr, location: clusterConfig.locate(...keys) }] : [];
    }),
  ];
  const reason =
    'the ClusterConfig does not tell every range of the existing VPC';
  return together(
    ...ranges.map(({ cidr, location: place }) =>
      claim(cidr, { owner, purpose: 'vpc', location: place }),
    ),
    { claims: [], gaps: known ? [] : [{ owner, reason, location }] },
  );
}

function vpcOwner(side: Side): string {
  return `the ${SIDE_TITLE[side]} VPC`;
}

function hasCustomNetworking(clusterConfig: SourceDocument): boolean {
  const configuration = findAddon(clusterConfig, 'vpc-cni')?.configuration;
  if (!configuration?.ok) return false;
  const { AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: custom } = recordOf(
    configuration.value.env,
  );
  return custom === 'true' || custom === true;
}

function addonLocation(clusterConfig: SourceDocument): Location {
  return (
    findAddon(clusterConfig, 'vpc-cni')?.location ??
    clusterConfig.locate('addons')
  );
}
