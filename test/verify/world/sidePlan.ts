import type { Place } from '../../testbed/awsClients.ts';

export const REGION = 'ap-northeast-1';
export const ZONES = ['a', 'c', 'd'].map(letter => `${REGION}${letter}`);
export const KUBERNETES_VERSION = '1.35';
export const PRODUCT_VERSION = '3.13.0';
/** Every Service of both clusters; no network of the world meets it. */
export const SERVICE_CIDR = '172.20.0.0/16';
export const ENVIRONMENT_NAME = 'payments';

export const SIDE_NAMES = ['ledger', 'auditor'] as const;

export type SideName = (typeof SIDE_NAMES)[number];

/** Names and numbers of one side, before anything of it is made. */
export interface SidePlan {
  readonly side: SideName;
  readonly place: Place;
  readonly cluster: string;
  readonly nodeGroup: string;
  /** A /20 that is cut into eight /23, as eksctl does: three public, three private, two spare. */
  readonly cidr: string;
  /** Name of the chart, which its pods carry in `app.kubernetes.io/name`. */
  readonly chart: string;
  /** Helm release; the charts name their objects after it, because it holds their own name. */
  readonly release: string;
  readonly namespace: string;
  readonly ports: { readonly client: number; readonly privileged: number };
  readonly adminPort: number;
  readonly database: string;
}

/** The network of the application that calls the pair; it has no cluster. */
export const APPLICATION = {
  name: 'shop',
  place: { account: '333333333333', region: REGION },
  cidr: '10.3.0.0/16',
} as const;

export const PLANS: Readonly<Record<SideName, SidePlan>> = {
  ledger: {
    side: 'ledger',
    place: { account: '111111111111', region: REGION },
    cluster: `${ENVIRONMENT_NAME}-ledger`,
    nodeGroup: 'ledger-v1',
    cidr: '10.1.0.0/20',
    chart: 'scalardl',
    release: 'scalardl-ledger',
    namespace: 'scalardl-ledger',
    ports: { client: 50051, privileged: 50052 },
    adminPort: 50053,
    database: 'ledger-db',
  },
  auditor: {
    side: 'auditor',
    place: { account: '222222222222', region: REGION },
    cluster: `${ENVIRONMENT_NAME}-auditor`,
    nodeGroup: 'auditor-v1',
    cidr: '10.1.16.0/20',
    chart: 'scalardl-audit',
    release: 'scalardl-auditor',
    namespace: 'scalardl-auditor',
    ports: { client: 40051, privileged: 40052 },
    adminPort: 40053,
    database: 'auditor-db',
  },
};

export function peerOf({ side }: SidePlan): SidePlan {
  return PLANS[side === 'ledger' ? 'auditor' : 'ledger'];
}

/** A role of IAM in the account of the side. */
export function roleArn({ place }: SidePlan, name: string): string {
  return `arn:aws:iam::${place.account}:role/${name}`;
}

/** The range of that number among the /23 of a /20. */
export function subnetCidr(cidr: string, number: number): string {
  const [first = 0, second = 0, third = 0] = cidr.split('.').map(Number);
  return `${first}.${second}.${third + 2 * number}.0/23`;
}
