import type { Place } from '../../testbed/awsClients.ts';
import type { SideName, SidePlan } from './sidePlan.ts';

/** The network of an application that calls the pair; it has no cluster. */
export interface ApplicationPlan {
  readonly name: string;
  readonly place: Place;
  readonly cidr: string;
}

/** What a side is called and where it is; the rest follows from which side it is. */
export interface SideNames {
  readonly account: string;
  readonly cidr: string;
  readonly cluster: string;
  readonly nodeGroup: string;
  readonly release: string;
  readonly namespace: string;
  readonly database: string;
  /** By `fullnameOverride`; the release where it is left out, as its name holds that of the chart. */
  readonly fullname?: string;
  readonly envoyName?: string;
  /** That of the pair where it is left out. */
  readonly kubernetesVersion?: string;
  readonly registry?: string;
}

/** Names and numbers of a whole world. */
export interface PairNames extends Readonly<Record<SideName, SideNames>> {
  readonly environment: string;
  readonly region: string;
  /** Last letters of three zones. */
  readonly zones: string;
  readonly kubernetesVersion: string;
  readonly application: Omit<ApplicationPlan, 'place'> & {
    readonly account: string;
  };
}

export interface PairPlan extends Readonly<Record<SideName, SidePlan>> {
  readonly environment: string;
  readonly application: ApplicationPlan;
}

const CHARTS = {
  ledger: {
    chart: 'scalardl',
    ports: { client: 50051, privileged: 50052 },
    adminPort: 50053,
  },
  auditor: {
    chart: 'scalardl-audit',
    ports: { client: 40051, privileged: 40052 },
    adminPort: 40053,
  },
} as const;

export function pairPlan(names: PairNames): PairPlan {
  const { environment, region, kubernetesVersion } = names;
  const { account, ...rest } = names.application;
  const application = { ...rest, place: { account, region } };
  const zones = [...names.zones].map(letter => `${region}${letter}`);
  const plan = (side: SideName): SidePlan => {
    const { account: own, ...given } = names[side];
    const other = side === 'ledger' ? 'auditor' : 'ledger';
    return {
      side,
      place: { account: own, region },
      fullname: given.release,
      envoyName: `${given.release}-envoy`,
      kubernetesVersion,
      ...given,
      ...CHARTS[side],
      environment,
      zones,
      application,
      peer: {
        side: other,
        environment,
        cidr: names[other].cidr,
        ports: CHARTS[other].ports,
      },
    };
  };
  return {
    environment,
    application,
    ledger: plan('ledger'),
    auditor: plan('auditor'),
  };
}
