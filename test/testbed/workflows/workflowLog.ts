/** How a step ended. */
export interface StepLog {
  /** As the workflow says, or its number in the job. */
  id: string;
  name: string;
  result: Result;
  /** Lines that it printed. */
  output: string;
  /** Messages with which it failed. */
  errors: string[];
  /** What it added to the summary of the run. */
  summary: string;
}

/** How a job ended; a job that was not started is not in the log. */
export interface JobLog {
  result: Result;
  /** First and last second in which it was heard of, in milliseconds since 1970. */
  from: number;
  to: number;
  /** Those that ran, in order. */
  steps: StepLog[];
}

export type Result = 'success' | 'failure' | 'skipped' | 'unfinished';

/** A line of `act --json`. */
interface Line {
  jobID?: string;
  step?: string;
  stepID?: string[];
  stage?: string;
  stepResult?: Result;
  jobResult?: Result;
  msg?: string;
  raw_output?: boolean;
  command?: string;
  arg?: string;
  content?: string;
  time: string;
}

/** Jobs by id, in the order in which they were started. */
export function readLog(text: string): Record<string, JobLog> {
  const jobs: Record<string, JobLog> = {};
  for (const line of lines(text)) {
    if (line.jobID === undefined) continue;
    const time = Date.parse(line.time);
    const job = (jobs[line.jobID] ??= {
      result: 'unfinished',
      from: time,
      to: time,
      steps: [],
    });
    job.to = time;
    if (line.jobResult) job.result = line.jobResult;
    if (line.stage === 'Main') addTo(job, line);
  }
  return jobs;
}

function addTo({ steps }: JobLog, line: Line): void {
  const { step: name = '', stepID = [], msg = '' } = line;
  // Steps may share a name; ids are unique in a job.
  const id = stepID.join();
  let step = steps.at(-1);
  if (step?.id !== id) {
    step = {
      id,
      name,
      result: 'unfinished',
      output: '',
      errors: [],
      summary: '',
    };
    steps.push(step);
  }
  if (line.stepResult) step.result = line.stepResult;
  if (line.raw_output) step.output += msg;
  if (line.command === 'error') step.errors.push(line.arg ?? '');
  if (line.command === 'summary') step.summary = line.content ?? '';
}

function lines(text: string): Line[] {
  return text
    .split('\n')
    .filter(line => line.startsWith('{'))
    .map(line => JSON.parse(line) as Line);
}
