import { AUDITOR, LEDGER } from '../../testbed/awsClients.ts';
import { establish } from '../../testbed/peerings.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import { createClusterParts } from './clusterParts.ts';
import { type Names, createNames } from './names.ts';
import { type Machines, createMachines } from './machines.ts';
import { type NetworkParts, createNetworkParts } from './networkParts.ts';
import {
  type Balancer,
  createBalancer,
  createDatabases,
  createForeignBalancer,
  createTables,
} from './services.ts';
import { type WorldSide, createSide } from './side.ts';

/** A side with everything that a collector reads. */
export interface BuiltSide extends WorldSide {
  readonly parts: NetworkParts;
  readonly machines: Machines;
  readonly balancer: Balancer;
  readonly names: Names;
}

export interface PairWorld {
  readonly ledger: BuiltSide;
  readonly auditor: BuiltSide;
  readonly peering: string;
}

/** Two clusters of two accounts whose networks are peered. */
export async function createPairWorld(
  testbed: TestbedControl,
): Promise<PairWorld> {
  const [ledger, auditor] = await Promise.all([
    createSide(testbed, {
      side: 'ledger',
      place: LEDGER,
      cidr: '10.1.0.0/20',
      secondary: '100.64.0.0/20',
    }),
    createSide(testbed, {
      side: 'auditor',
      place: AUDITOR,
      cidr: '10.2.0.0/20',
    }),
  ]);
  const peering = await establish(
    {
      requester: auditor.admin.ec2,
      accepter: ledger.admin.ec2,
      vpc: auditor.network.vpcId,
      peerVpc: ledger.network.vpcId,
    },
    ledger.place,
  );
  await ledger.admin.ec2.modifyVpcPeeringConnectionOptions({
    VpcPeeringConnectionId: peering,
    AccepterPeeringConnectionOptions: { AllowDnsResolutionFromRemoteVpc: true },
  });
  return {
    ledger: await build(testbed, ledger, peering),
    auditor: await build(testbed, auditor, peering),
    peering,
  };
}

async function build(
  testbed: TestbedControl,
  side: WorldSide,
  peering: string,
): Promise<BuiltSide> {
  const parts = await createNetworkParts(side);
  await side.admin.ec2.createRoute({
    RouteTableId: side.network.privateTables[0],
    DestinationPrefixListId: parts.prefixList,
    VpcPeeringConnectionId: peering,
  });
  await createClusterParts(side);
  const machines = await createMachines(side);
  const balancer = await createBalancer(side);
  await createForeignBalancer(side);
  await createDatabases(side);
  await createTables(side);
  const names = await createNames(testbed, side, balancer);
  return { ...side, parts, machines, balancer, names };
}
