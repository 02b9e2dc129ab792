import { z } from 'zod';
import { parse } from 'yaml';

const permissions = z
  .union([z.string(), z.record(z.string(), z.string())])
  .optional();

const workflowSchema = z.looseObject({
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions,
      'runs-on': z.union([z.string(), z.array(z.string())]),
      environment: z
        .union([z.string(), z.looseObject({ name: z.string() })])
        .optional(),
      steps: z
        .array(z.looseObject({ uses: z.string().optional() }))
        .default([]),
    }),
  ),
});

/** A workflow, as far as act does not look after it itself. */
export type Workflow = z.output<typeof workflowSchema>;

/** What the stand-ins must know of a job and act does not tell them. */
export interface Job {
  /** Whether the job may ask GitHub for a token of its own identity. */
  idToken: boolean;
  /** Variables of the job's GitHub environment. */
  variables: Record<string, string>;
}

/** Variables of each GitHub environment. */
export type Environments = Readonly<Record<string, Record<string, string>>>;

export function readWorkflow(text: string): Workflow {
  return workflowSchema.parse(parse(text));
}

/** Every job by its id. */
export function jobsOf(
  workflow: Workflow,
  environments: Environments,
): Record<string, Job> {
  return Object.fromEntries(
    Object.entries(workflow.jobs).map(([id, job]) => {
      const { environment } = job;
      const name =
        typeof environment === 'object' ? environment.name : environment;
      return [
        id,
        {
          idToken: grantsIdToken(job.permissions ?? workflow.permissions),
          variables: (name !== undefined && environments[name]) || {},
        },
      ];
    }),
  );
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions */
function grantsIdToken(granted: Workflow['permissions']): boolean {
  return typeof granted === 'object'
    ? granted['id-token'] === 'write'
    : granted === 'write-all';
}
