import { present } from '../../testbed/awsClients.ts';
import type { TestbedControl } from '../../testbed/controlClient.ts';
import { type AwsClients, awsClients, closeClients } from './awsClients.ts';
import { createCluster, furnishCluster, readRoleOf } from './cluster.ts';
import { createDatabase } from './database.ts';
import { Kube } from './kube.ts';
import { autoscalerStatus } from './manifests/clusterAutoscaler.ts';
import { createNetwork } from './network.ts';
import type { SidePlan } from './sidePlan.ts';
import { until } from './waiting.ts';
import { installEnvoy, installFoundations, installTools } from './workloads.ts';
import type { WorldSide } from './world.ts';

/** Everything of a side that can be made before the other side is known. */
export async function beginSide(
  testbed: TestbedControl,
  plan: SidePlan,
): Promise<WorldSide> {
  const clients = await awsClients(testbed, plan.place);
  const network = await createNetwork(clients.ec2, plan);
  const [cluster, database] = await Promise.all([
    createCluster(clients, plan, network),
    createDatabase(clients, plan, network),
  ]);
  const kube = new Kube({
    cluster: plan.cluster,
    url: testbed.url,
    env: await testbed.signIn(plan.place.account),
    ...cluster,
  });
  await Promise.all([
    furnishCluster(clients, plan, network),
    installFoundations(kube, plan),
  ]);
  await nodesReady(kube);
  await installTools(kube, plan);
  const [balancerHost, autoScalingGroup] = await Promise.all([
    installEnvoy(kube, plan),
    groupOf(clients, plan),
  ]);
  await kube.apply(
    autoscalerStatus({ group: autoScalingGroup, at: new Date() }),
  );
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
    autoScalingGroup,
    readRole: readRoleOf(plan),
  };
}

interface NodeJson {
  status: { conditions?: { type: string; status: string }[] };
}

/** The scheduler spreads pods over the nodes that are there. */
async function nodesReady(kube: Kube): Promise<void> {
  await until(
    () => kube.list<NodeJson>('/api/v1/nodes'),
    nodes =>
      nodes.length === 3 &&
      nodes.every(({ status }) =>
        status.conditions?.some(
          ({ type, status: state }) => type === 'Ready' && state === 'True',
        ),
      ),
  );
}

async function groupOf({ eks }: AwsClients, plan: SidePlan): Promise<string> {
  const { nodegroup } = await eks.describeNodegroup({
    clusterName: plan.cluster,
    nodegroupName: plan.nodeGroup,
  });
  return present(nodegroup?.resources?.autoScalingGroups?.[0]?.name);
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
