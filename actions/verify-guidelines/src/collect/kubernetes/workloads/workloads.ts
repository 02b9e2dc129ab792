import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import type { WorkloadClass } from '@scalardl-on-eks/plugin-scalardl-common';
import {
  CRON_JOBS,
  DAEMON_SETS,
  DEPLOYMENTS,
  JOBS,
  PODS,
  REPLICA_SETS,
  REPLICATION_CONTROLLERS,
  STATEFUL_SETS,
  reads,
} from '../kinds';
import { kubernetesCollector } from '../kubernetesCollector';
import { readDaemonSets } from './daemonSets';
import { readDeployments } from './deployments';
import { readCronJobs, readJobs } from './jobs';
import { readPods } from './pods';
import { readReplicated } from './replicated';
import { WorkloadClasses } from './workloadClasses';

export const workloads = kubernetesCollector({
  fact: 'workloads',
  kubernetes: reads(
    'list',
    DEPLOYMENTS,
    STATEFUL_SETS,
    DAEMON_SETS,
    REPLICA_SETS,
    REPLICATION_CONTROLLERS,
    JOBS,
    CRON_JOBS,
    PODS,
  ),
  collect: readWorkloads,
});

async function readWorkloads(
  reader: KubernetesReader,
): Promise<WorkloadClass[]> {
  const [pods, jobs, deployments, sets, ...others] = await Promise.all([
    readPods(reader),
    readJobs(reader),
    readDeployments(reader),
    readDaemonSets(reader),
    readCronJobs(reader),
    ...readReplicated(reader),
  ]);
  const all = new WorkloadClasses();
  const owners = [deployments.classes, sets.classes, ...others];
  for (const seen of [...owners, jobs.own, pods.own]) {
    for (const one of seen.all()) all.merge(one);
  }
  const strange = [jobs.made, pods.made].flatMap(made =>
    made.all().filter(one => !all.has(one)),
  );
  for (const one of strange) all.merge(one);
  return all.all();
}
