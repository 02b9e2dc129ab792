import type { Location } from '../../report/report';
import { isRecord, listOf, recordOf, textOf } from '../plain/plain';
import type { Key, SourceDocument } from '../sourceDocument';

/** Something that a workflow calls: an action in a step, or a whole workflow in a job. */
export interface Use {
  /** `actions/checkout@<commit>`, `./.github/workflows/x.yaml` or `docker://image`. */
  reference: string;
  location: Location;
}

/** A job of a GitHub Actions workflow. */
export interface Job {
  /** `deploy.yaml ledger-cluster` */
  id: string;
  /** Its key in the workflow. */
  name: string;
  workflow: SourceDocument;
  /** The value under the keys, counted from the job. */
  get(...keys: Key[]): unknown;
  locate(...keys: Key[]): Location;
  /** Positions of its steps. */
  steps: readonly number[];
}

/** The jobs of one workflow (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax). */
export function jobsOf(workflow: SourceDocument): Job[] {
  const file = workflow.path.split('/').at(-1) ?? workflow.path;
  return Object.entries(recordOf(workflow.get('jobs'))).map(([name, job]) => ({
    id: `${file} ${name}`,
    name,
    workflow,
    get: (...keys) => workflow.get('jobs', name, ...keys),
    locate: (...keys) => workflow.locate('jobs', name, ...keys),
    steps: listOf(recordOf(job).steps).map((_, index) => index),
  }));
}

export function usesOf(job: Job): Use[] {
  const steps = job.steps.map((index): Key[] => ['steps', index, 'uses']);
  return [['uses'], ...steps].flatMap(keys => {
    const reference = textOf(job.get(...keys));
    return reference ? [{ reference, location: job.locate(...keys) }] : [];
  });
}

/** The permissions of the job's token, its own before the workflow's; `undefined` where neither says. */
export function permissionsOf(job: Job): unknown {
  return job.get('permissions') ?? job.workflow.get('permissions');
}

const SIGN_IN = /^aws-actions\/configure-aws-credentials@/i;

/** Positions of the steps that sign in to AWS. */
export function signInSteps(job: Job): number[] {
  return job.steps.filter(index =>
    SIGN_IN.test(String(job.get('steps', index, 'uses') ?? '')),
  );
}

/** Whether the job's token may ask for a role in AWS. */
export function mayAskForRole(job: Job): boolean {
  const permissions = permissionsOf(job);
  return isRecord(permissions)
    ? permissions['id-token'] === 'write'
    : permissions === 'write-all';
}

/** Whether the job works with rights in AWS. */
export function hasAwsRights(job: Job): boolean {
  return mayAskForRole(job) || signInSteps(job).length > 0;
}
