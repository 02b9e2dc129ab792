import type { EnvironmentInput } from '@scalardl-on-eks/plugin-scalardl-common';

type SideInput = EnvironmentInput['spec']['ledger'];

/** A small environment that breaks no requirement; the examples and the tests start from it. */
export const exampleEnvironment: EnvironmentInput = {
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
    ledger: side({
      awsAccountId: '111111111111',
      clusterName: 'payments-ledger',
      cidr: '10.1.0.0/20',
      ports: { client: 50051, privileged: 50052 },
      database: 'ledger',
    }),
    auditor: side({
      awsAccountId: '222222222222',
      clusterName: 'payments-auditor',
      cidr: '10.1.16.0/20',
      ports: { client: 40051, privileged: 40052 },
      database: 'auditor',
    }),
    runners: {
      labels: ['self-hosted', 'payments'],
      cidrs: ['10.4.0.0/24'],
    },
  },
};

function side(given: {
  awsAccountId: string;
  clusterName: string;
  cidr: string;
  ports: SideInput['loadBalancerPorts'];
  database: string;
}): SideInput {
  const { awsAccountId, clusterName, cidr, ports, database } = given;
  return {
    awsAccountId,
    clusterName,
    network: {
      cidr,
      zones: ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
    },
    nodes: { instanceTypes: ['m7i.xlarge'], min: 3, desired: 3, max: 6 },
    pods: { replicas: 3 },
    loadBalancerPorts: ports,
    database: {
      storage: 'jdbc',
      contactPoints: `jdbc:postgresql://${database}.db.payments.internal:5432/${database}`,
      credentialsSecret: `${database}-credentials`,
    },
  };
}
