import {
  CancelledError,
  DeadlineError,
  pause,
} from '@scalardl-on-eks/action-toolkit';
import type { Situation } from '../plan/situation';
import type { Confirmation, Step, Tools } from '../plan/step';
import type { ClusterState } from '../state/clusterState';
import { type Watch, settle } from './settle';

/** A step that was made and confirmed. */
export interface Done {
  kind: string;
  what: string;
  /** What was run or called. */
  command: string;
  /** What was read afterwards. */
  evidence: string;
  milliseconds: number;
  /** Set where the tool said that it failed, but what was read says otherwise. */
  warning?: string;
}

/** A step that cannot be confirmed. */
export class StepError extends Error {
  name = 'StepError';
}

/** What a step is made with. */
export interface Hands {
  watch: Watch;
  tools: Omit<Tools, 'situation'>;
  situate: (state: ClusterState) => Situation;
  /** Whether the deletion of the cluster is what this run is for. */
  throughDeletion?: boolean;
}

/**
 * Makes one step, and believes neither exit code nor answer: only what is read afterwards counts.
 *
 * @throws StepError where what was read does not show it
 */
export async function perform(
  step: Step,
  situation: Situation,
  hands: Hands,
): Promise<Done> {
  const started = Date.now();
  hands.watch.say(`▶ ${step.what}`);
  const { command, complaint, cause } = await attempt(step, situation, hands);
  const confirmation = await confirm(step, hands, complaint !== undefined);
  if (!confirmation.confirmed) {
    const claim = complaint ?? `${command} said that it succeeded`;
    throw new StepError(
      `Expected to ${step.what}; ${claim}; read afterwards: ${confirmation.found}.`,
      { cause },
    );
  }
  const { evidence } = confirmation;
  hands.watch.say(`✔ ${evidence}`);
  return {
    kind: step.kind,
    what: step.what,
    command,
    evidence,
    milliseconds: Date.now() - started,
    warning: complaint && `${complaint}, but ${evidence}`,
  };
}

interface Attempt {
  command: string;
  complaint?: string;
  cause?: unknown;
}

async function attempt(
  step: Step,
  situation: Situation,
  { tools }: Hands,
): Promise<Attempt> {
  try {
    return await step.apply({ ...tools, situation });
  } catch (cause) {
    if (cause instanceof CancelledError || cause instanceof DeadlineError) {
      throw cause;
    }
    const complaint = (cause as Error).message.replace(/\.$/, '');
    return { command: step.kind, complaint, cause };
  }
}

/** Nodes need minutes to get ready; everything else is there as soon as nothing is in progress any more. */
const PATIENCE = { waiting: 15 * 60_000, final: 20_000 };
const PAUSE = 5_000;

async function confirm(
  step: Step,
  { watch, situate, throughDeletion }: Hands,
  complained: boolean,
): Promise<Confirmation> {
  const started = Date.now();
  for (;;) {
    const state = await settle(watch, { throughDeletion });
    const confirmation = step.confirm(situate(state));
    if (confirmation.confirmed || complained) return confirmation;
    const patience = confirmation.final ? PATIENCE.final : PATIENCE.waiting;
    if (Date.now() - started > patience) return confirmation;
    await pause(PAUSE, watch.deadline, confirmation.found);
  }
}
