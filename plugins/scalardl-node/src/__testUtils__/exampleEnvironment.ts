import {
  environmentSchema,
  type Environment,
  type EnvironmentInput,
} from '@scalardl-on-eks/plugin-scalardl-common';

type Side = EnvironmentInput['spec']['auditor'];

const side = (name: 'ledger' | 'auditor'): Side => ({
  awsAccountId: name === 'ledger' ? '111111111111' : '222222222222',
  clusterName: `payments-${name}`,
  network: {
    cidr: name === 'ledger' ? '10.1.0.0/20' : '10.1.16.0/20',
    zones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
  },
  nodes: { instanceTypes: ['m7i.xlarge'], min: 3, desired: 3, max: 6 },
  pods: { replicas: 3 },
  loadBalancerPorts:
    name === 'ledger'
      ? { client: 50051, privileged: 50052 }
      : { client: 40051, privileged: 40052 },
  database: {
    storage: 'jdbc',
    contactPoints: `jdbc:postgresql://${name}-db.payments.internal:5432/${name}`,
    credentialsSecret: `${name}-credentials`,
  },
});

/** The input of a plain environment; a new object for each call, to be changed by the test. */
export function exampleInput(): EnvironmentInput {
  return {
    apiVersion: 'scalardl-on-eks/v1',
    kind: 'Environment',
    metadata: { name: 'payments', owner: 'group:default/payments' },
    spec: {
      actions: {
        repository: 'scalardl-on-eks/scalardl-on-eks',
        ref: 'v0.1.0',
      },
      region: 'ap-northeast-1',
      kubernetesVersion: '1.35',
      eksctlVersion: '0.230.0',
      productVersion: '3.13.0',
      licensing: 'byol',
      authentication: 'hmac',
      tls: { enabled: true },
      serviceCidr: '172.20.0.0/16',
      monitoring: { metrics: true, logs: true },
      ledger: side('ledger'),
      auditor: side('auditor'),
      applications: [{ name: 'shop', cidrs: ['10.3.0.0/16'] }],
      runners: { labels: ['self-hosted'], cidrs: ['10.4.0.0/24'] },
    },
  };
}

/** A plain environment after the given change. */
export function exampleEnvironment(
  change: (input: EnvironmentInput) => void = () => {},
): Environment {
  const input = exampleInput();
  change(input);
  return environmentSchema.parse(input);
}
