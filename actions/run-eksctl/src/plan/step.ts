import type { EksctlRuns } from '../eksctl/runEksctl';
import type { AwsClients } from '../state/awsClients';
import type { ConfigText } from '../config/configText';
import type { Situation } from './situation';

/** What a step works with. */
export interface Tools {
  runs: EksctlRuns;
  aws: AwsClients;
  configText: ConfigText;
  /** What was read just before. */
  situation: Situation;
}

/** What a step did; `complaint` is set where the tool said that it failed. */
export interface Applied {
  command: string;
  complaint?: string;
}

/** Whether what was read afterwards shows what the step was for. */
export type Confirmation =
  | { confirmed: true; evidence: string }
  /** `final` where waiting does not help. */
  | { confirmed: false; found: string; final: boolean };

/** One kind of change. Each is a file of its own. */
export interface StepKind<Detail> {
  kind: string;
  /** What of this kind is missing; pure. */
  diff(situation: Situation): Detail[];
  /** What is changed, such as the name of a node group. */
  subject(detail: Detail): string;
  /** What the step does, for a person. */
  describe(detail: Detail): string;
  apply(detail: Detail, tools: Tools): Promise<Applied>;
  confirm(detail: Detail, situation: Situation): Confirmation;
}

/** A change that is to be made. */
export interface Step {
  kind: string;
  subject: string;
  what: string;
  apply(tools: Tools): Promise<Applied>;
  confirm(situation: Situation): Confirmation;
}

/** The steps of one kind, each with its own detail. */
export type Stepper = (situation: Situation) => Step[];

export function stepper<Detail>(kind: StepKind<Detail>): Stepper {
  return situation =>
    kind.diff(situation).map(detail => ({
      kind: kind.kind,
      subject: kind.subject(detail),
      what: kind.describe(detail),
      apply: tools => kind.apply(detail, tools),
      confirm: after => kind.confirm(detail, after),
    }));
}

export function confirmed(evidence: string): Confirmation {
  return { confirmed: true, evidence };
}

export function missing(found: string, final = false): Confirmation {
  return { confirmed: false, found, final };
}
