import {
  createRouteTable,
  createVpc,
  ec2 as ec2Of,
} from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import { environmentFile } from './environment.ts';
import { createPeering, type PeeringEnd } from './peering.ts';
import { autoscalersActive, rolledOut } from './rollout.ts';
import { APPLICATION, PLANS } from './sidePlan.ts';
import { installProduct } from './workloads.ts';
import type { ApplicationNetwork, World, WorldSide } from './world.ts';
import { beginSide, closeSide } from './worldSide.ts';

/**
 * Builds on an empty bed, through AWS' and Kubernetes' own APIs only: two accounts, two private clusters with nodes
 * in three zones, peered with each other and with an application, the product with TLS, metrics, logs, autoscaling and
 * backups.
 */
export async function healthyWorld(testbed: TestbedControl): Promise<World> {
  // The endpoints are private, and whoever looks stands in the network.
  await testbed.callers({ inside: true });
  const [ledger, auditor, application] = await Promise.all([
    beginSide(testbed, PLANS.ledger),
    beginSide(testbed, PLANS.auditor),
    beginApplication(testbed),
  ]);
  const [peerings] = await Promise.all([
    peer({ ledger, auditor, application }),
    finishProducts({ ledger, auditor }),
  ]);
  return {
    testbed,
    ledger,
    auditor,
    application,
    ...peerings,
    environment: environmentFile({
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
): Promise<ApplicationNetwork> {
  const ec2 = await ec2Of(testbed, APPLICATION.place);
  const vpcId = await createVpc(ec2, APPLICATION.cidr);
  const routeTable = await createRouteTable(ec2, vpcId);
  return { ec2, vpcId, routeTable };
}

async function peer({
  ledger,
  auditor,
  application,
}: Pick<World, 'ledger' | 'auditor' | 'application'>) {
  const caller: PeeringEnd = {
    ec2: application.ec2,
    account: APPLICATION.place.account,
    vpcId: application.vpcId,
    cidr: APPLICATION.cidr,
    tables: [application.routeTable],
  };
  const [peeringId, ofLedger, ofAuditor] = await Promise.all([
    createPeering(endOf(auditor), endOf(ledger)),
    createPeering(caller, endOf(ledger)),
    createPeering(caller, endOf(auditor)),
  ]);
  return {
    peeringId,
    applicationPeerings: { ledger: ofLedger, auditor: ofAuditor },
  };
}

function endOf({ ec2, place, network, plan }: WorldSide): PeeringEnd {
  return {
    ec2,
    account: place.account,
    vpcId: network.vpcId,
    cidr: plan.cidr,
    tables: network.privateTables,
  };
}

async function finishProducts({
  ledger,
  auditor,
}: Pick<World, 'ledger' | 'auditor'>): Promise<void> {
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
