import {
  CancelledError,
  DeadlineError,
  InputError,
} from '@scalardl-on-eks/action-toolkit';
import type { Plan } from '../plan/plan';
import type { Situation } from '../plan/situation';
import type { ClusterState } from '../state/clusterState';
import { inProgress } from '../state/inProgress';
import { type Done, type Hands, StepError, perform } from './perform';
import { settle, settleQuietly } from './settle';

/** How a run ended. */
export interface Outcome {
  done: Done[];
  /** What was read last, and the plan that follows from it. */
  situation: Situation;
  plan: Plan;
  /** Why the run fails. */
  failure?: string;
}

export interface Convergence extends Hands {
  planOf: (situation: Situation) => Plan;
  quietMilliseconds: number;
  /** Told once, before anything is changed. */
  announce: (plan: Plan) => void;
}

/**
 * Makes one step after the other, each from a plan of what was read just before, until nothing is left to do.
 *
 * @throws InputError with every reason not to begin
 */
export async function converge(run: Convergence): Promise<Outcome> {
  const done: Done[] = [];
  let now = await begin(run);
  const first = new Set(now.plan.steps.map(keyOf));
  const attempted = new Set<string>();
  try {
    for (let step = now.plan.steps[0]; step; step = now.plan.steps[0]) {
      const isNew = !first.has(keyOf(step));
      if (isNew && step.kind === 'remove-unused-role') {
        // Perhaps another run is about to use it.
        first.add(keyOf(step));
        now = await quietly(run);
        continue;
      }
      if (isNew && step.kind === 'remove-leftover' && !run.throughDeletion) {
        throw new StepError(
          `What this run made is broken; the next run will ${step.what}.`,
        );
      }
      if (attempted.has(keyOf(step))) {
        throw new StepError(`It is still necessary to ${step.what}.`);
      }
      attempted.add(keyOf(step));
      done.push(await perform(step, now.situation, run));
      now = await look(run);
    }
    return { ...now, done };
  } catch (error) {
    return { ...now, done, failure: await explain(error, run) };
  }
}

interface View {
  situation: Situation;
  plan: Plan;
}

/** The first plan; where it has steps, also those of others are waited for. */
async function begin(run: Convergence): Promise<View> {
  const view = await look(run);
  const begun = view.plan.steps.length === 0 ? view : await quietly(run);
  run.announce(begun.plan);
  return begun;
}

async function quietly(run: Convergence): Promise<View> {
  const state = await settleQuietly(run.watch, {
    ...run,
    isDone: found => run.planOf(run.situate(found)).steps.length === 0,
  });
  return viewOf(run, state);
}

async function look(run: Convergence): Promise<View> {
  return viewOf(run, await settle(run.watch, run));
}

function viewOf(run: Convergence, state: ClusterState): View {
  const situation = run.situate(state);
  const plan = run.planOf(situation);
  if (plan.refusals.length > 0) throw new InputError(plan.refusals);
  return { situation, plan };
}

function keyOf({ kind, subject }: { kind: string; subject: string }): string {
  return `${kind} ${subject}`;
}

/** The reason and, where the run was ended from outside, what goes on without it. */
async function explain(
  error: unknown,
  { watch }: Convergence,
): Promise<string> {
  if (!(error instanceof Error)) return String(error);
  const ended =
    error instanceof CancelledError || error instanceof DeadlineError;
  if (!ended) return error.message;
  const open = await watch.read().then(inProgress, () => undefined);
  const rest =
    open === undefined
      ? 'what is in progress could not be read'
      : open.join('; ') || 'nothing is in progress';
  const remedy =
    error instanceof DeadlineError ? ' Raise timeout, or run it again.' : '';
  return `${error.message}${remedy} Left to itself: ${rest}. The next run waits for that and goes on.`;
}
