import type { SourceDocument } from '../../facts/sourceDocument';
import { isRecord, textOf } from '../../facts/plain/plain';
import { isPinned } from '../../facts/workflows/pinning';
import { staticKeys } from '../../facts/workflows/staticKeys';
import {
  type Job,
  hasAwsRights,
  jobsOf,
  mayAskForRole,
  permissionsOf,
  signInSteps,
  usesOf,
} from '../../facts/workflows/workflow';
import type { Subject } from '../../report/report';
import { combine, skipped } from '../finding';
import { type Guideline, pairCheck } from '../guideline';
import { source } from '../sources';

/** https://docs.github.com/en/actions/reference/security/secure-use */
export const hardenedWorkflows: Guideline = {
  id: 'hardened-workflows',
  level: 'derived',
  title: 'Workflows hold no lasting key and run only pinned code',
  source: source('githubHardening', 'Secure use reference'),
  pass: 'Jobs sign in by a role, run pinned actions, one at a time, in a named GitHub environment, with the permissions they need.',
  fail: 'A leaked key, a changed action or an unapproved run could change both sides at once.',
  remedy:
    'Render the workflows again with render-environment, or mend the named line.',
  plan: pairCheck({
    needs: [],
    needsShared: ['workflows', 'environment'],
    check: ({ workflows, environment }) => {
      if (!workflows) return skipped('the repository holds no workflows');
      const own = environment?.spec.actions.repository;
      const jobs = workflows.flatMap(jobsOf);
      return combine(
        [
          ...workflows.flatMap(staticKeySubjects),
          ...jobs.map(permissionsSubject),
          ...jobs.flatMap(job => pinningSubjects(job, own)),
          ...jobs.filter(hasAwsRights).flatMap(awsSubjects),
        ],
        { none: 'no workflow has a job', expected: 'hardened workflows' },
      );
    },
  }),
};

function staticKeySubjects(workflow: SourceDocument): Subject[] {
  return staticKeys(workflow).map(({ detail, location }) => ({
    id: `${workflow.path} keys`,
    verdict: 'fail',
    detail: `${detail}, expected a role`,
    location,
  }));
}

function permissionsSubject(job: Job): Subject {
  const permissions = permissionsOf(job);
  const broad = permissions === 'write-all';
  const set = permissions !== undefined && permissions !== null;
  const detail = broad
    ? 'permissions is write-all'
    : `permissions ${set ? 'is set' : 'is set neither on the job nor on the workflow'}`;
  return {
    id: `${job.id} permissions`,
    verdict: set && !broad ? 'pass' : 'fail',
    detail,
    location:
      job.get('permissions') === undefined && set
        ? job.workflow.locate('permissions')
        : job.locate('permissions'),
  };
}

function pinningSubjects(job: Job, own: string | undefined): Subject[] {
  return usesOf(job).map(({ reference, location }) => {
    const pinned = isPinned(reference, own);
    return {
      id: `${job.id} ${reference}`,
      verdict: pinned ? 'pass' : 'fail',
      detail: pinned
        ? `${reference} is pinned`
        : `${reference} is not pinned by a commit of 40 digits`,
      location,
    };
  });
}

/** What a job with rights in AWS must have besides. */
function awsSubjects(job: Job): Subject[] {
  const called = textOf(job.get('uses'));
  if (called) {
    return called.startsWith('./')
      ? []
      : [
          {
            id: `${job.id} ${called}`,
            verdict: 'unknown',
            detail: `the called workflow ${called} is not in this repository`,
            location: job.locate('uses'),
          },
        ];
  }
  return [
    ...signInSteps(job).map(step => roleSubject(job, step)),
    environmentSubject(job),
    concurrencySubject(job),
  ];
}

function roleSubject(job: Job, step: number): Subject {
  const role = textOf(job.get('steps', step, 'with', 'role-to-assume'));
  const missing = role ? 'permissions id-token: write' : 'with.role-to-assume';
  const complete = role !== undefined && mayAskForRole(job);
  return {
    id: `${job.id} role`,
    verdict: complete ? 'pass' : 'fail',
    detail: complete
      ? 'signs in by a role'
      : `signs in to AWS without ${missing}`,
    location: role
      ? job.locate('permissions')
      : job.locate('steps', step, 'with'),
  };
}

/** Who has to approve is set in GitHub, not in the file. */
function environmentSubject(job: Job): Subject {
  const value = job.get('environment');
  const name = textOf(isRecord(value) ? value.name : value);
  return {
    id: `${job.id} environment`,
    verdict: name ? 'pass' : 'fail',
    detail: name
      ? `runs in the GitHub environment ${name}`
      : 'has rights in AWS and names no GitHub environment, so nobody approves it',
    location: job.locate('environment'),
  };
}

function concurrencySubject(job: Job): Subject {
  const [holder, value] =
    job.get('concurrency') === undefined
      ? [job.workflow, job.workflow.get('concurrency')]
      : [job, job.get('concurrency')];
  const cancel = isRecord(value) ? value['cancel-in-progress'] : undefined;
  const id = `${job.id} concurrency`;
  if (value === undefined || value === null) {
    return {
      id,
      verdict: 'fail',
      detail: 'changes AWS without concurrency, so two runs may meet',
      location: job.locate(),
    };
  }
  const decided = cancel === undefined || typeof cancel === 'boolean';
  const location = holder.locate('concurrency', 'cancel-in-progress');
  if (!decided) {
    const detail = `cancel-in-progress is ${String(cancel)}`;
    return { id, verdict: 'unknown', detail, location };
  }
  return {
    id,
    verdict: cancel === true ? 'fail' : 'pass',
    detail:
      cancel === true
        ? 'cancel-in-progress stops a change half way'
        : 'one run at a time',
    location,
  };
}
