import type { TestbedControl } from '../../testbed/controlClient.ts';
import { awsClients, closeClients } from './awsClients.ts';
import { createCluster, furnishCluster, readRoleOf } from './cluster.ts';
import { createDatabase } from './database.ts';
import { Kube } from './kube.ts';
import { autoscalerStatus } from './manifests/clusterAutoscaler.ts';
import type { SideParts } from './parts.ts';
import type { SidePlan } from './sidePlan.ts';
import { until } from './waiting.ts';
import { installEnvoy, installFoundations, installTools } from './workloads.ts';
import type { WorldSide } from './world.ts';

/** Everything of a side that can be made before the other side is known. */
export async function beginSide(
  testbed: TestbedControl,
  plan: SidePlan,
  parts: SideParts,
): Promise<WorldSide> {
  const clients = await awsClients(testbed, plan.place);
  const network = await parts.createNetwork(clients.ec2, plan, testbed);
  const [cluster, database] = await Promise.all([
    createCluster(clients, { plan, network, parts }),
    createDatabase(clients, plan, network),
  ]);
  const kube = new Kube({
    cluster: plan.cluster,
    url: testbed.url,
    env: await testbed.signIn(plan.place.account),
    registry: plan.registry,
    ...cluster,
  });
  const ground = { clients, plan, network, cluster, kube };
  const [{ count, scalingGroup }] = await Promise.all([
    furnishCluster(ground, parts),
    installFoundations(kube, plan),
  ]);
  await nodesReady(kube, count);
  await installTools(ground, parts);
  const balancerHost = await installEnvoy(ground, parts);
  if (scalingGroup !== '') {
    await kube.apply(autoscalerStatus({ group: scalingGroup, at: new Date() }));
  }
  return {
    ...clients,
    side: plan.side,
    plan,
    place: plan.place,
    kube,
    network,
    cluster,
    database,
    balancerHost,
    autoScalingGroup: scalingGroup,
    readRole: readRoleOf(plan),
  };
}

interface NodeJson {
  status: { conditions?: { type: string; status: string }[] };
}

/** The scheduler spreads pods over the nodes that are there. */
async function nodesReady(kube: Kube, count: number): Promise<void> {
  await until(
    () => kube.list<NodeJson>('/api/v1/nodes'),
    nodes =>
      nodes.length >= count &&
      nodes.every(({ status }) =>
        status.conditions?.some(
          ({ type, status: state }) => type === 'Ready' && state === 'True',
        ),
      ),
  );
}

/** Ends its open connections. */
export function closeSide({
  kube,
  ec2,
  eks,
  elb,
  rds,
  autoScaling,
  dynamodb,
}: WorldSide): void {
  kube.close();
  closeClients({ ec2, eks, elb, rds, autoScaling, dynamodb });
}
