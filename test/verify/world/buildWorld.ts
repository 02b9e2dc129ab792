import {
  createRouteTable,
  createVpc,
  ec2 as ec2Of,
} from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import { environmentFile } from './environment.ts';
import type { ApplicationPlan, PairPlan } from './pairPlan.ts';
import { HEALTHY_PARTS, type SideParts } from './parts.ts';
import { autoscalersActive, rolledOut } from './rollout.ts';
import type { SideName } from './sidePlan.ts';
import { installProduct } from './workloads.ts';
import type { ApplicationNetwork, Pair, Sides } from './world.ts';
import { beginSide, closeSide } from './worldSide.ts';

/** What a world is called and made of. */
export interface WorldDesign<Connection> {
  readonly plan: PairPlan;
  /** What is not as in the healthy world. */
  readonly parts?: Readonly<Partial<Record<SideName, Partial<SideParts>>>>;
  /** Joins the networks; what it tells becomes a part of the world. */
  connect(sides: Sides, testbed: TestbedControl): Promise<Connection>;
}

/** Builds a world on an empty bed, through AWS' and Kubernetes' own APIs only. */
export async function buildWorld<Connection>(
  testbed: TestbedControl,
  { plan, parts, connect }: WorldDesign<Connection>,
): Promise<Pair & Connection> {
  // The endpoints are private, and whoever looks stands in the network.
  await testbed.callers({ inside: true });
  const begin = (side: SideName) =>
    beginSide(testbed, plan[side], { ...HEALTHY_PARTS, ...parts?.[side] });
  const [ledger, auditor, application] = await Promise.all([
    begin('ledger'),
    begin('auditor'),
    beginApplication(testbed, plan.application),
  ]);
  const sides = { ledger, auditor, application };
  const [connection] = await Promise.all([
    connect(sides, testbed),
    finishProducts(sides),
  ]);
  return {
    testbed,
    ...sides,
    ...connection,
    environment: environmentFile(plan, {
      databaseHosts: {
        ledger: ledger.database.host,
        auditor: auditor.database.host,
      },
      applicationVpc: application.vpcId,
    }),
    close: () => {
      [ledger, auditor].forEach(closeSide);
      application.ec2.destroy();
    },
  };
}

async function beginApplication(
  testbed: TestbedControl,
  { place, cidr }: ApplicationPlan,
): Promise<ApplicationNetwork> {
  const ec2 = await ec2Of(testbed, place);
  const vpcId = await createVpc(ec2, cidr);
  const routeTable = await createRouteTable(ec2, vpcId);
  return { ec2, place, cidr, vpcId, routeTable };
}

async function finishProducts({
  ledger,
  auditor,
}: Pick<Sides, 'ledger' | 'auditor'>): Promise<void> {
  await Promise.all(
    [ledger, auditor].map(async ({ kube, plan, database }) => {
      await installProduct(kube, plan, {
        databaseHost: database.host,
        ledgerHost: ledger.balancerHost,
      });
      await Promise.all([
        rolledOut(kube, plan.namespace),
        rolledOut(kube, 'kube-system'),
        rolledOut(kube, 'monitoring'),
      ]);
      await autoscalersActive(kube, plan.namespace);
    }),
  );
}
