import type { Environment } from '@scalardl-on-eks/plugin-scalardl-common';
import type { ActAs } from '../inputs';
import { applicationConnections, applicationNetworks } from './applications';
import { type SideName, openPorts } from './sidePorts';
import type { DeclaredNetwork, Owner, Topology } from './topology';

export interface EnvironmentOptions {
  actAs: ActAs;
  profiles: { ledger?: string; auditor?: string };
  /** The Ledger's VPC, for a requester who cannot look into that account. */
  ledgerVpc?: string;
}

/** The Auditor calls first, so its network requests the peering. */
const REQUESTER: SideName = 'auditor';
const ACCEPTER: SideName = 'ledger';

/** The networks of an environment: both sides, and the applications whose VPCs are to be peered with both. */
export function environmentTopology(
  environment: Environment,
  options: EnvironmentOptions,
): Topology {
  const { metadata, spec } = environment;
  const owners = ownersOf(environment, options);
  const sides = [REQUESTER, ACCEPTER].map(side =>
    sideNetwork(environment, { side, owners, options }),
  );
  const applications = spec.applications.filter(
    ({ peering }) => peering === 'create',
  );
  const scope = { environment, applications, owners };
  return {
    networks: new Map(
      [...sides, ...applicationNetworks(scope)].map(network => [
        network.name,
        network,
      ]),
    ),
    connections: [
      {
        name: `${metadata.name}/${REQUESTER}-${ACCEPTER}`,
        key: 'environment: spec.auditor',
        from: REQUESTER,
        to: ACCEPTER,
        ports: {
          from: openPorts(environment, REQUESTER),
          to: openPorts(environment, ACCEPTER),
        },
        dns: true,
        required: true,
      },
      ...applicationConnections(scope),
    ],
  };
}

/** Whose credentials this run has. */
export type SideOwners = Partial<Record<SideName, Owner>>;

function ownersOf(
  { spec }: Environment,
  { actAs, profiles }: EnvironmentOptions,
): SideOwners {
  const owner = (side: SideName): Owner => ({
    accountId: spec[side].awsAccountId,
    credentials: { profile: profiles[side] },
  });
  return {
    ...(actAs === 'accepter' ? {} : { [REQUESTER]: owner(REQUESTER) }),
    ...(actAs === 'requester' ? {} : { [ACCEPTER]: owner(ACCEPTER) }),
  };
}

function sideNetwork(
  { spec }: Environment,
  {
    side,
    owners,
    options,
  }: { side: SideName; owners: SideOwners; options: EnvironmentOptions },
): DeclaredNetwork {
  const { awsAccountId, clusterName, network, region } = spec[side];
  const { existing, cidr } = network;
  const owner = owners[side];
  const vpcId =
    existing?.vpcId ?? (side === ACCEPTER ? options.ledgerVpc : undefined);
  const other = owners[side === REQUESTER ? ACCEPTER : REQUESTER];
  return {
    name: side,
    key: `environment: spec.${side}`,
    region: region ?? spec.region,
    // Its own cluster also names its security group; the other one's VPC is all that is asked.
    place: owner || !vpcId ? { cluster: clusterName } : { vpcId },
    owners: owner ? [owner] : [],
    elsewhere: owner ? undefined : awsAccountId,
    lookup: owner ? undefined : other,
    subnets: existing && { ids: existing.privateSubnets.map(({ id }) => id) },
    ranges: existing?.cidrs ?? (cidr ? [cidr] : undefined),
    serviceRange: spec.serviceCidr,
  };
}
