import {
  type AddressPlanProblem,
  type Side,
  addressPlanProblems,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { PlanContext } from './formData';
import type { AddressPlanValue } from './schema';

/** The inputs of the field, and `elsewhere` for a range that another page of the form asks for. */
export type PlanInput =
  `${Side}.${'cidr' | 'zones'}` | 'serviceCidr' | 'elsewhere';

export interface PlanProblem {
  input: PlanInput;
  message: string;
}

/** What a person calls each input. */
export const INPUT_LABELS: Readonly<Record<PlanInput, string>> = {
  'ledger.cidr': 'Ledger range',
  'ledger.zones': 'Ledger zones',
  'auditor.cidr': 'Auditor range',
  'auditor.zones': 'Auditor zones',
  serviceCidr: 'Service range',
  elsewhere: 'Another range of this form',
};

/** Everything that the environment file will be refused for, as far as the plan is concerned. */
export function judgePlan(
  value: AddressPlanValue,
  context: PlanContext,
): PlanProblem[] {
  const problems = addressPlanProblems({
    serviceCidr: value.serviceCidr,
    ledger: { ...value.ledger, ...context.sides.ledger },
    auditor: { ...value.auditor, ...context.sides.auditor },
    applications: context.applications.map(({ cidrs }) => cidrs),
    runners: context.runners,
  });
  return problems.map(problem => ({
    input: inputOf(problem.key),
    message: messageOf(problem, context),
  }));
}

function inputOf(key: string): PlanInput {
  if (key === 'spec.serviceCidr') return 'serviceCidr';
  const [, side, part] =
    /^spec\.(ledger|auditor)\.network\.?(zones)?/.exec(key) ?? [];
  if (!side) return 'elsewhere';
  return `${side as Side}.${part ? 'zones' : 'cidr'}`;
}

function messageOf(problem: AddressPlanProblem, context: PlanContext): string {
  const { key, expected, received, remedy } = problem;
  const sentence = `Expected ${expected}, received ${received}.`;
  // A remedy that names a key of the file helps nobody in a form: the message stands at the input itself.
  const help = remedy.includes(key) ? '' : ` ${remedy}`;
  return `${placeOf(key, context)}${sentence}${help}`;
}

function placeOf(key: string, context: PlanContext): string {
  const [, index] = /^spec\.applications\[(\d+)\]/.exec(key) ?? [];
  const application = index && context.applications[Number(index)];
  if (application) return `Application ${application.name}: `;
  return key.startsWith('spec.runners') ? 'Runners: ' : '';
}

/** Whether nothing has been typed yet. */
export function isEmpty({ ledger, auditor, serviceCidr }: AddressPlanValue) {
  return (
    !serviceCidr &&
    [ledger, auditor].every(({ cidr, zones }) => !cidr && zones.length === 0)
  );
}
