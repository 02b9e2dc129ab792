import { formValues } from './formValues';

const KMS_KEY =
  'arn:aws:kms:eu-central-1:111111111111:key/11111111-2222-3333-4444-555555555555';

const values = formValues('everything');

/** What the form sends when every field is filled in, with what is left of choices that were taken back. */
export const everyFieldValues = {
  ...values,
  description: 'An environment with every field filled in',
  region: 'eu-west-1',
  kubernetesVersion: '1.36',
  licensing: 'awsMarketplace',
  authentication: 'digitalSignature',
  tls: false,
  ledger: {
    ...values.ledger,
    region: 'eu-central-1',
    scaleByLoad: true,
    autoscaling: { maxReplicas: 5, targetCpuPercent: 70 },
    endpoint: { access: 'restrictedPublic', publicCidrs: ['203.0.113.7/32'] },
    secretsEncryptionKeyArn: KMS_KEY,
  },
  auditor: {
    ...values.auditor,
    scaleByLoad: false,
    autoscaling: { maxReplicas: 9, targetCpuPercent: 90 },
    endpoint: { access: 'private', publicCidrs: ['0.0.0.0/0'] },
    ledgerHost: 'ledger.payments.internal',
  },
  applications: [
    {
      name: 'shop',
      cidrs: ['10.3.0.0/16'],
      vpcId: 'vpc-0a1b2c3d4e5f60718',
      peering: 'create',
    },
    { name: 'audit', cidrs: ['10.5.0.0/16'], peering: 'external' },
  ],
  monitoring: { metrics: false, logs: false },
  runners: { labels: ['self-hosted', 'eks'], cidrs: ['10.4.0.0/24'] },
  addressPlan: {
    ledger: {
      cidr: '10.1.0.0/20',
      zones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    },
    auditor: {
      cidr: '10.1.16.0/20',
      zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
    },
    serviceCidr: '172.21.0.0/16',
  },
};

/** What scalardl.yaml has to hold then, defaults that the schema fills in left out. */
export const everyFieldEnvironment = {
  apiVersion: 'scalardl-on-eks/v1',
  kind: 'Environment',
  metadata: {
    name: 'everything',
    owner: 'group:default/payments',
    description: 'An environment with every field filled in',
  },
  spec: {
    actions: { repository: 'scalardl-on-eks/scalardl-on-eks', ref: 'v0.1.0' },
    region: 'eu-west-1',
    kubernetesVersion: '1.36',
    eksctlVersion: '0.230.0',
    productVersion: '3.13.0',
    licensing: 'awsMarketplace',
    authentication: 'digitalSignature',
    tls: { enabled: false },
    serviceCidr: '172.21.0.0/16',
    monitoring: { metrics: false, logs: false },
    ledger: {
      awsAccountId: '111111111111',
      region: 'eu-central-1',
      clusterName: 'everything-ledger',
      network: {
        cidr: '10.1.0.0/20',
        zones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
      },
      endpoint: { access: 'restrictedPublic', publicCidrs: ['203.0.113.7/32'] },
      secretsEncryptionKeyArn: KMS_KEY,
      nodes: { instanceTypes: ['m7i.xlarge'], min: 3, desired: 3, max: 6 },
      pods: {
        replicas: 3,
        autoscaling: { maxReplicas: 5, targetCpuPercent: 70 },
      },
      loadBalancerPorts: { client: 50051, privileged: 50052 },
      database: {
        storage: 'jdbc',
        contactPoints: 'jdbc:postgresql://ledger.example.com:5432/ledger',
        credentialsSecret: 'ledger-credentials',
      },
    },
    auditor: {
      awsAccountId: '222222222222',
      clusterName: 'everything-auditor',
      network: {
        cidr: '10.1.16.0/20',
        zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
      },
      endpoint: { access: 'private' },
      nodes: { instanceTypes: ['m7i.xlarge'], min: 3, desired: 3, max: 6 },
      pods: { replicas: 3 },
      loadBalancerPorts: { client: 40051, privileged: 40052 },
      database: {
        storage: 'jdbc',
        contactPoints: 'jdbc:postgresql://auditor.example.com:5432/auditor',
        credentialsSecret: 'auditor-credentials',
      },
      ledgerHost: 'ledger.payments.internal',
    },
    applications: [
      {
        name: 'shop',
        cidrs: ['10.3.0.0/16'],
        vpcId: 'vpc-0a1b2c3d4e5f60718',
        peering: 'create',
      },
      { name: 'audit', cidrs: ['10.5.0.0/16'], peering: 'external' },
    ],
    runners: { labels: ['self-hosted', 'eks'], cidrs: ['10.4.0.0/24'] },
  },
};
