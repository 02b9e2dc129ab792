import { stringify } from 'yaml';
import { RUNNER_CIDR } from './cluster.ts';
import { contactPoints } from './manifests/properties.ts';
import { secretName } from './manifests/release.ts';
import type { PairPlan } from './pairPlan.ts';
import { PRODUCT_VERSION, SERVICE_CIDR, type SidePlan } from './sidePlan.ts';

/** What the environment file says that only the made world knows. */
export interface EnvironmentFacts {
  readonly databaseHosts: Readonly<Record<SidePlan['side'], string>>;
  readonly applicationVpc: string;
}

/** The text of a `scalardl.yaml` that describes the world. */
export function environmentFile(
  { environment, application, ledger, auditor }: PairPlan,
  facts: EnvironmentFacts,
): string {
  return stringify({
    apiVersion: 'scalardl-on-eks/v1',
    kind: 'Environment',
    metadata: { name: environment, owner: 'group:default/payments' },
    spec: {
      actions: { repository: 'scalardl-on-eks/scalardl-on-eks', ref: 'v0.1.0' },
      region: ledger.place.region,
      kubernetesVersion: ledger.kubernetesVersion,
      eksctlVersion: '0.230.0',
      productVersion: PRODUCT_VERSION,
      licensing: 'byol',
      authentication: 'hmac',
      tls: { enabled: true },
      serviceCidr: SERVICE_CIDR,
      monitoring: { metrics: true, logs: true },
      ledger: sideSection(ledger, facts),
      auditor: sideSection(auditor, facts),
      applications: [
        {
          name: application.name,
          cidrs: [application.cidr],
          vpcId: facts.applicationVpc,
          awsAccountId: application.place.account,
          peering: 'create',
        },
      ],
      ...mirrors([ledger, auditor]),
      runners: { labels: ['self-hosted'], cidrs: [RUNNER_CIDR] },
    },
  });
}

/** The tools of the healthy world, as a pull-through cache of ECR names them. */
const TOOLS = [
  { namespace: 'kube-system', image: 'k8s/autoscaling/' },
  { namespace: 'kube-system', image: 'ecr-public/eks/' },
  { namespace: 'monitoring', image: 'quay/' },
];

/** What somebody has to say of copies of images, because nobody sees what they were copied from. */
function mirrors(sides: readonly SidePlan[]) {
  const registries = sides.flatMap(({ side, registry }) =>
    registry === undefined ? [] : [{ side, registry }],
  );
  if (registries.length === 0) return {};
  return {
    imageMirrors: registries.map(
      ({ registry }) => `${registry}/ghcr/scalar-labs/`,
    ),
    allowedWorkloads: registries.flatMap(({ side, registry }) =>
      TOOLS.map(({ namespace, image }) => ({
        side,
        namespace,
        image: `${registry}/${image}`,
        reason: 'copy of a tool of the cluster',
        owner: 'platform',
      })),
    ),
  };
}

function sideSection(plan: SidePlan, { databaseHosts }: EnvironmentFacts) {
  return {
    awsAccountId: plan.place.account,
    clusterName: plan.cluster,
    network: { cidr: plan.cidr, zones: plan.zones },
    endpoint: { access: 'private' },
    nodes: { instanceTypes: ['m7i.xlarge'], min: 3, desired: 3, max: 6 },
    pods: { replicas: 3 },
    loadBalancerPorts: plan.ports,
    database: {
      storage: 'jdbc',
      contactPoints: contactPoints(plan, {
        databaseHost: databaseHosts[plan.side],
      }),
      credentialsSecret: secretName(plan, 'credentials'),
    },
  };
}
