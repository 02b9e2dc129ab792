import { InputError } from '@scalardl-on-eks/action-toolkit';
import { plannedSteps } from '../apply/applyConfig';
import { converge } from '../apply/converge';
import { planDeletion } from '../plan/deletion/planDeletion';
import { describeState } from '../report/describeState';
import type { PlannedStep } from '../report/report';
import { type ModeReport, type Run, handsOf } from '../run';
import { type ClusterState, clusterStack } from '../state/clusterState';
import { findOrphans } from '../state/findOrphans';
import { findPeerings } from '../state/findPeerings';

/** Deletes the cluster and what eksctl made for it, and tells what is left. */
export async function deleteCluster(
  run: Run,
  first: ClusterState,
): Promise<ModeReport> {
  const { aws, inputs, config, runs } = run;
  const { name } = config.metadata;
  await refuseWithPeerings(run, first);
  let planned: PlannedStep[] = [];
  const { done, failure } = await converge({
    ...handsOf(run, first),
    planOf: planDeletion,
    throughDeletion: true,
    quietMilliseconds: inputs.quietSeconds * 1_000,
    announce(plan) {
      planned = plannedSteps(plan);
      runs.progress.line(
        `Plan: ${planned.map(({ what }) => what).join('; ') || 'nothing to do'}.`,
      );
    },
  });
  const changed = done.length > 0;
  const orphans = changed || failure ? await findOrphans(aws, name) : [];
  const logs = first.cluster?.logTypes.length
    ? [`CloudWatch Logs keeps the log group /aws/eks/${name}/cluster.`]
    : [];
  return {
    found: describeState(name, first),
    planned,
    done,
    evidence:
      changed && !failure
        ? [`There is neither a cluster ${name} nor a stack of it any more.`]
        : [],
    notes: [
      ...orphans.map(orphan => `Left behind: ${orphan}.`),
      ...(changed ? logs : []),
    ],
    warnings: done.flatMap(({ warning }) => warning ?? []),
    failure,
  };
}

/** The network goes with the cluster, and the other end of a peering would route into nothing. */
async function refuseWithPeerings(
  { aws, config }: Run,
  state: ClusterState,
): Promise<void> {
  const stack = clusterStack(state, config.metadata.name);
  const vpc = stack?.outputs.VPC;
  if (!vpc || config.vpc?.id) return;
  const peerings = await findPeerings(aws, vpc);
  if (peerings.length > 0) {
    throw new InputError([
      `mode: expected no live peering connection of ${vpc} before its deletion, found ${peerings.join(', ')}; remove it first, for example by create-peering with state: absent.`,
    ]);
  }
}
