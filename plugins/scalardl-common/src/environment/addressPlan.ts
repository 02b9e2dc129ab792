import { stringify } from 'yaml';
import type { Side } from '../report/report';
import { parseEnvironment } from './parseEnvironment';
import type { Problem } from './problem';

/** One side of an address plan, as far as it is known. */
export interface SideDraft {
  region?: string;
  cidr?: string;
  zones?: readonly string[];
  /** Instance types and largest size of the node group; without both, capacity is not judged. */
  instanceTypes?: readonly string[];
  maxNodes?: number;
}

/** The networks of an environment that somebody is still filling in. */
export interface AddressPlanDraft extends Record<Side, SideDraft> {
  serviceCidr?: string;
  /** Ranges of each application network. */
  applications?: readonly (readonly string[])[];
  /** Ranges of the runners. */
  runners?: readonly string[];
}

export type AddressPlanProblem = Pick<
  Problem,
  'key' | 'expected' | 'received' | 'remedy'
>;

/** The keys of the environment file that an address plan fills. */
const PLAN_KEY =
  /^spec\.(serviceCidr$|(ledger|auditor)\.network\b|applications\[\d+\]\.cidrs\b|runners\.cidrs\b)/;

/**
 * What {@link parseEnvironment} says about the ranges and zones of an unfinished environment; keys that the
 * draft does not hold are not missed.
 */
export function addressPlanProblems(
  draft: AddressPlanDraft,
): AddressPlanProblem[] {
  const parsed = parseEnvironment(stringify({ spec: specOf(draft) }));
  if (parsed.ok) return [];
  return parsed.problems
    .filter(({ key }) => PLAN_KEY.test(key))
    .map(({ key, expected, received, remedy }) => ({
      key,
      expected,
      received,
      remedy,
    }));
}

function specOf(draft: AddressPlanDraft): object {
  return {
    serviceCidr: draft.serviceCidr,
    ledger: sideOf(draft.ledger),
    auditor: sideOf(draft.auditor),
    applications: draft.applications?.map(cidrs => ({ cidrs })),
    runners: { cidrs: draft.runners },
  };
}

function sideOf({ region, cidr, zones, instanceTypes, maxNodes }: SideDraft) {
  return {
    region,
    network: { cidr, zones },
    nodes: { instanceTypes, max: maxNodes },
  };
}
