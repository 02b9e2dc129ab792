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
      runners: { labels: ['self-hosted'], cidrs: [RUNNER_CIDR] },
    },
  });
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
