import { InputError } from '@scalardl-on-eks/action-toolkit';
import { planOf } from './plan/plan';
import { describeState } from './report/describeState';
import type { ModeReport, Run } from './run';
import type { ClusterState } from './state/clusterState';
import { inProgress } from './state/inProgress';

/** What would change. Nothing is waited for, and nothing is changed. */
export async function showPlan(
  { config, inputs }: Run,
  state: ClusterState,
): Promise<ModeReport> {
  const plan = planOf({ config, state, choices: inputs.choices });
  if (plan.refusals.length > 0) throw new InputError(plan.refusals);
  const open = inProgress(state);
  return {
    found: describeState(config.metadata.name, state),
    planned: plan.steps.map(({ kind, subject, what }) => ({
      kind,
      subject,
      what,
    })),
    done: [],
    evidence: [],
    notes: [
      ...open.map(
        what => `In progress: ${what}; the plan may be another one afterwards.`,
      ),
      ...plan.notes,
    ],
    warnings: [],
    vpcId: state.cluster?.vpcId,
  };
}
