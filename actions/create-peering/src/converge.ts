import {
  CancelledError,
  type Deadline,
  DeadlineError,
  InputError,
  type RunContext,
} from '@scalardl-on-eks/action-toolkit';
import { openAccounts } from './aws/accounts';
import { problemsOf } from './aws/answers';
import type { PeeringInputs } from './inputs';
import { findLinks } from './link/findLinks';
import { makeAbsent } from './makeAbsent';
import { makePresent } from './makePresent';
import type { Outcome, RunWork } from './outcome';
import { type Change, changeText } from './plan/change';
import type { Topology } from './topology/topology';

/** One run, as the inputs declare it. */
export interface Run {
  inputs: PeeringInputs;
  topology: Topology;
  deadline: Deadline;
  context: RunContext;
}

/** Finds what is there and makes it as wanted. */
export async function converge({
  inputs,
  topology,
  deadline,
  context,
}: Run): Promise<Outcome> {
  const { mode, state } = inputs;
  try {
    const accounts = openAccounts(deadline);
    const found = await findLinks(topology, { accounts, state });
    const work = newWork({ mode, deadline, context });
    return state === 'present'
      ? await makePresent(found, work)
      : await makeAbsent(found, work);
  } catch (error) {
    throw tellable(error);
  }
}

function newWork({
  mode,
  deadline,
  context,
}: Pick<Run, 'deadline' | 'context'> & Pick<RunWork, 'mode'>): RunWork {
  const done: Change[] = [];
  return {
    mode,
    deadline,
    done,
    did(changes) {
      done.push(...changes);
      for (const change of changes) {
        context.progress.line(
          `${change.connection}, ${change.network}: ${changeText(change)}`,
        );
      }
    },
  };
}

/** What AWS said is a sentence already; anything unexpected keeps its cause. */
function tellable(error: unknown): unknown {
  const isExpected =
    error instanceof InputError ||
    error instanceof DeadlineError ||
    error instanceof CancelledError ||
    (error instanceof Error && error.name === 'AwsCallError');
  return isExpected
    ? new InputError(problemsOf(error), { cause: error })
    : error;
}
