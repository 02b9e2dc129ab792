import type { KubernetesReader } from '@scalardl-on-eks/action-toolkit/kubernetes';
import { CRON_JOBS, JOBS } from '../kinds';
import { type ListedObject, foldObjects } from '../readObjects';
import { controllerOf, isRead } from './owner';
import type { PodTemplate } from './podSpec';
import { sightingOf } from './sighting';
import { type Seen, newSeen } from './seen';
import { WorkloadClasses } from './workloadClasses';

interface JobObject extends ListedObject {
  spec?: { parallelism?: number; suspend?: boolean };
  status?: { conditions?: { type: string; status: string }[] };
}

interface CronJobObject extends ListedObject {
  spec?: { jobTemplate?: { spec?: { template?: PodTemplate } } };
  status?: { active?: unknown[] };
}

/** Jobs that stand for themselves, and those that a CronJob is said to have made and that are not over. */
export function readJobs(reader: KubernetesReader): Promise<Seen> {
  return foldObjects<JobObject, Seen>(reader, JOBS, {
    start: newSeen,
    add({ own, made }, job) {
      const controller = controllerOf(job.metadata);
      const desiredPods = podsOf(job);
      const sighting = sightingOf(JOBS, job, { desiredPods });
      if (!controller || !isRead(JOBS.kind, controller)) own.add(sighting);
      else if (!isOver(job)) made.add({ ...sighting, owner: controller });
    },
  });
}

/** A CronJob asks for the pods that run now; while it waits for its schedule that is none. */
export function readCronJobs(
  reader: KubernetesReader,
): Promise<WorkloadClasses> {
  return foldObjects<CronJobObject, WorkloadClasses>(reader, CRON_JOBS, {
    start: () => new WorkloadClasses(),
    add(classes, cronJob) {
      classes.add(
        sightingOf(CRON_JOBS, cronJob, {
          template: cronJob.spec?.jobTemplate?.spec?.template ?? {},
          desiredPods: cronJob.status?.active?.length ?? 0,
        }),
      );
    },
  });
}

function podsOf(job: JobObject): number {
  if (isOver(job) || job.spec?.suspend) return 0;
  return job.spec?.parallelism ?? 1;
}

function isOver({ status }: JobObject): boolean {
  return (status?.conditions ?? []).some(
    condition =>
      ['Complete', 'Failed'].includes(condition.type) &&
      condition.status === 'True',
  );
}
