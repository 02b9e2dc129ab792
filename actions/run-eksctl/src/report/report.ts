import type { Done } from '../apply/perform';
import type { Eksctl } from '../eksctl/eksctl';
import type { RunInputs } from '../inputs/runInputs';

/** What a run comes to. */
export interface Report {
  mode: RunInputs['mode'];
  cluster: string;
  region: string;
  eksctl: Eksctl;
  /** What there was before. */
  found: string[];
  /** What was to be done, in order. */
  planned: PlannedStep[];
  done: Done[];
  /** What was read at the end. */
  evidence: string[];
  notes: string[];
  warnings: string[];
  /** Set where the node groups are there as far as AWS says, but nobody saw a node. */
  nodesUnseen?: boolean;
  failure?: string;
  /** VPC of the cluster, where there is one. */
  vpcId?: string;
  milliseconds: number;
}

export interface PlannedStep {
  kind: string;
  subject: string;
  what: string;
}

/** Whether something was changed or, in a plan, would be. */
export function hasChanged({ mode, planned, done }: Report): boolean {
  return mode === 'plan' ? planned.length > 0 : done.length > 0;
}

/** Account ids in ARNs: GitHub drops an output in which a masked one stands. */
const ACCOUNT_ID = /(?<=:)\d{12}(?=:)/g;

/** The plan for other programs. */
export function planJson({
  cluster,
  region,
  eksctl,
  planned,
  notes,
}: Report): string {
  const plan = {
    cluster,
    region,
    eksctlVersion: eksctl.version,
    steps: planned,
    notes,
  };
  return JSON.stringify(plan).replace(ACCOUNT_ID, '…');
}

/** `8 s`, `3 min 5 s` */
export function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
