import type { Place } from '../../testbed/awsClients.ts';
import type { ApplicationPlan } from './pairPlan.ts';

/** Where the healthy world is. */
export const REGION = 'ap-northeast-1';
export const ZONES = ['a', 'c', 'd'].map(letter => `${REGION}${letter}`);
export const PRODUCT_VERSION = '3.13.0';
/** Every Service of both clusters; no network of the world meets it. */
export const SERVICE_CIDR = '172.20.0.0/16';

export const SIDE_NAMES = ['ledger', 'auditor'] as const;

export type SideName = (typeof SIDE_NAMES)[number];

/** What a side knows of the other one. */
export interface PeerPlan {
  readonly side: SideName;
  readonly environment: string;
  readonly cidr: string;
  readonly ports: { readonly client: number; readonly privileged: number };
}

/** Names and numbers of one side, before anything of it is made. */
export interface SidePlan {
  readonly side: SideName;
  readonly environment: string;
  readonly place: Place;
  /** Three zones of the region. */
  readonly zones: readonly string[];
  readonly kubernetesVersion: string;
  readonly cluster: string;
  readonly nodeGroup: string;
  /** A /20 that is cut into eight /23, as eksctl does: three public, three private, two spare. */
  readonly cidr: string;
  /** Name of the chart, which its pods carry in `app.kubernetes.io/name`. */
  readonly chart: string;
  /** Helm release. */
  readonly release: string;
  /** After it the chart names its objects. */
  readonly fullname: string;
  /** Name of Envoy's Deployment and Service. */
  readonly envoyName: string;
  readonly namespace: string;
  readonly ports: { readonly client: number; readonly privileged: number };
  readonly adminPort: number;
  readonly database: string;
  /** Registry in ECR that caches every image that is not EKS' own; absent where images come from their makers. */
  readonly registry?: string;
  readonly peer: PeerPlan;
  readonly application: ApplicationPlan;
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
