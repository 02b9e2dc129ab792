import { stringify } from 'yaml';
import type { EnvironmentInput } from '../schema';
import { environmentSchema } from '../schema';
import { formatKeyPath } from '../source/keyPath';
import { validParts } from '../validParts';
import type { Rule, RuleContext } from './rule';

type SideInput = EnvironmentInput['spec']['ledger'];

/** A sound environment; each call gives another object, to be changed by the test. */
export function example(): EnvironmentInput {
  return {
    apiVersion: 'scalardl-on-eks/v1',
    kind: 'Environment',
    metadata: { name: 'payments', owner: 'group:default/payments' },
    spec: {
      actions: { repository: 'scalardl-on-eks/scalardl-on-eks', ref: 'v0.1.0' },
      region: 'ap-northeast-1',
      kubernetesVersion: '1.35',
      eksctlVersion: '0.230.0',
      productVersion: '3.13.0',
      licensing: 'byol',
      authentication: 'hmac',
      tls: { enabled: true },
      serviceCidr: '172.20.0.0/16',
      monitoring: { metrics: true, logs: true },
      ledger: side('ledger', { cidr: '10.1.0.0/20', account: '111111111111' }),
      auditor: side('auditor', {
        cidr: '10.1.16.0/20',
        account: '222222222222',
      }),
      applications: [
        {
          name: 'shop',
          cidrs: ['10.3.0.0/16'],
          vpcId: 'vpc-0aaaaaaaaaaaaaaaa',
        },
      ],
      runners: { labels: ['self-hosted'], cidrs: ['10.4.0.0/24'] },
    },
  };
}

function side(
  name: string,
  { cidr, account }: { cidr: string; account: string },
): SideInput {
  return {
    awsAccountId: account,
    clusterName: `payments-${name}`,
    network: {
      cidr,
      zones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
    },
    nodes: { instanceTypes: ['m7i.xlarge'], min: 3, desired: 3, max: 6 },
    pods: { replicas: 3 },
    loadBalancerPorts: { client: 50051, privileged: 50052 },
    database: {
      storage: 'jdbc',
      contactPoints: `jdbc:postgresql://${name}.db.internal:5432/${name}`,
      credentialsSecret: `${name}-credentials`,
    },
  };
}

/** A VPC that is already there, inside 10.1.0.0/20. */
export function existingNetwork(): SideInput['network'] {
  return {
    existing: {
      vpcId: 'vpc-0bbbbbbbbbbbbbbbb',
      cidrs: ['10.1.0.0/20'],
      privateSubnets: ['a', 'c', 'd'].map((zone, index) => ({
        id: `subnet-0bbbbbbbbbbbbbbb${index}`,
        zone: `ap-northeast-1${zone}`,
        cidr: `10.1.${index * 4}.0/22`,
      })),
    },
  };
}

/** The example as text, after a change. */
export function exampleText(
  change: (environment: EnvironmentInput) => void = () => {},
): string {
  const environment = example();
  change(environment);
  return stringify(environment);
}

/** The keys that a rule names in the example after a change. */
export function breaches(
  rule: Rule,
  change: (spec: EnvironmentInput['spec']) => void = () => {},
  context: RuleContext = {},
): string[] {
  const environment = example();
  change(environment.spec);
  const { error } = environmentSchema.safeParse(environment);
  const parts = validParts(environment, error?.issues ?? []);
  return rule(parts, context).map(({ path }) => formatKeyPath(path));
}
