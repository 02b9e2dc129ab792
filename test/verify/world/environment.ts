import { stringify } from 'yaml';
import { RUNNER_CIDR } from './cluster.ts';
import { contactPoints } from './manifests/properties.ts';
import { secretName } from './manifests/release.ts';
import {
  APPLICATION,
  ENVIRONMENT_NAME,
  KUBERNETES_VERSION,
  PLANS,
  PRODUCT_VERSION,
  REGION,
  SERVICE_CIDR,
  type SidePlan,
  ZONES,
} from './sidePlan.ts';

/** What the environment file says that only the made world knows. */
export interface EnvironmentFacts {
  readonly databaseHosts: Readonly<Record<SidePlan['side'], string>>;
  readonly applicationVpc: string;
}

/** The text of a `scalardl.yaml` that describes the world. */
export function environmentFile(facts: EnvironmentFacts): string {
  return stringify({
    apiVersion: 'scalardl-on-eks/v1',
    kind: 'Environment',
    metadata: { name: ENVIRONMENT_NAME, owner: 'group:default/payments' },
    spec: {
      actions: { repository: 'scalardl-on-eks/scalardl-on-eks', ref: 'v0.1.0' },
      region: REGION,
      kubernetesVersion: KUBERNETES_VERSION,
      eksctlVersion: '0.230.0',
      productVersion: PRODUCT_VERSION,
      licensing: 'byol',
      authentication: 'hmac',
      tls: { enabled: true },
      serviceCidr: SERVICE_CIDR,
      monitoring: { metrics: true, logs: true },
      ledger: sideSection(PLANS.ledger, facts),
      auditor: sideSection(PLANS.auditor, facts),
      applications: [
        {
          name: APPLICATION.name,
          cidrs: [APPLICATION.cidr],
          vpcId: facts.applicationVpc,
          awsAccountId: APPLICATION.place.account,
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
    network: { cidr: plan.cidr, zones: ZONES },
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
