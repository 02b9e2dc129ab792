/** What the form sends for a side of which only the needed fields were filled in. */
function sideValues(side: 'ledger' | 'auditor', awsAccountId: string) {
  return {
    awsAccountId,
    database: {
      storage: 'jdbc',
      contactPoints: `jdbc:postgresql://${side}.example.com:5432/${side}`,
    },
    instanceType: 'm7i.xlarge',
    nodes: { min: 3, desired: 3, max: 6 },
    replicas: 3,
    scaleByLoad: false,
    endpoint: { access: 'private' },
  };
}

const ZONES = ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'];

/** What the form sends when a person fills in only what has no default. */
export function formValues(name: string) {
  return {
    name,
    owner: 'group:default/payments',
    region: 'ap-northeast-1',
    kubernetesVersion: '1.35',
    licensing: 'byol',
    authentication: 'hmac',
    tls: true,
    ledger: sideValues('ledger', '111111111111'),
    auditor: sideValues('auditor', '222222222222'),
    applications: [],
    monitoring: { metrics: true, logs: true },
    runners: { labels: ['self-hosted'], cidrs: [] },
    actions: { repository: 'scalardl-on-eks/scalardl-on-eks', ref: 'v0.1.0' },
    addressPlan: {
      ledger: { cidr: '10.0.0.0/20', zones: ZONES },
      auditor: { cidr: '10.0.16.0/20', zones: ZONES },
      serviceCidr: '172.20.0.0/16',
    },
    destination: 'disk',
  };
}

export type FormValues = ReturnType<typeof formValues>;
