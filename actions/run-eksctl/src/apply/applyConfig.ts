import type { Plan } from '../plan/plan';
import { planOf } from '../plan/plan';
import { describeState } from '../report/describeState';
import type { PlannedStep } from '../report/report';
import { type ModeReport, type Run, handsOf } from '../run';
import type { ClusterState } from '../state/clusterState';
import { converge } from './converge';
import { readHealth } from './health';

/** The reason stands in the notes. */
const UNSEEN =
  'No node was seen, because the Kubernetes API could not be read: only EKS and CloudFormation say that the node groups are there. Run this where the endpoint can be reached, or with endpoint: bootstrap.';

/** Makes the cluster what the file says, and confirms it. */
export async function applyConfig(
  run: Run,
  first: ClusterState,
): Promise<ModeReport> {
  const { inputs, config, runs } = run;
  const hands = handsOf(run, first);
  let planned: PlannedStep[] = [];
  const outcome = await converge({
    ...hands,
    planOf,
    quietMilliseconds: inputs.quietSeconds * 1_000,
    announce(plan) {
      planned = plannedSteps(plan);
      runs.progress.line(
        planned.length > 0
          ? `Plan: ${planned.map(({ what }) => what).join('; ')}.`
          : 'Plan: nothing to do.',
      );
    },
  });
  const { done, situation, plan, failure } = outcome;
  const report: ModeReport = {
    found: describeState(config.metadata.name, first),
    planned,
    done,
    evidence: [],
    notes: plan.notes,
    warnings: done.flatMap(({ warning }) => warning ?? []),
    failure,
    vpcId: situation.state.cluster?.vpcId,
  };
  if (failure) return report;
  const health = await readHealth(hands, situation, done.length > 0);
  return {
    ...report,
    evidence: health.evidence,
    warnings: [
      ...report.warnings,
      ...health.warnings,
      ...(health.nodesUnseen ? [UNSEEN] : []),
    ],
    nodesUnseen: health.nodesUnseen,
    failure:
      health.faults.length > 0
        ? `The cluster is not healthy: ${health.faults.join('; ')}.`
        : undefined,
  };
}

export function plannedSteps({ steps }: Plan): PlannedStep[] {
  return steps.map(({ kind, subject, what }) => ({ kind, subject, what }));
}
