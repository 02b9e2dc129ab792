/** How binding a guideline is. Every breach is a `fail`; the level says how bad it is. */
export type Level = 'requirement' | 'recommendation' | 'derived';

/** `plan` judges the repository's files before any cost; `live` judges AWS and Kubernetes. */
export type Stage = 'plan' | 'live';

/** One of the two clusters of an environment. */
export type Side = 'ledger' | 'auditor';

export const SIDES: readonly Side[] = ['ledger', 'auditor'];

/** What a result speaks about: one side, both together, or one application network. */
export type Scope = Side | 'pair' | `application:${string}`;

/**
 * - `pass`: proved by what was read
 * - `fail`: disproved by what was read
 * - `unknown`: could not be read; never counts as a pass
 * - `skipped`: does not exist or is switched off
 * - `waived`: a failing recommendation or derived guideline, set aside with reason, owner and expiry
 */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'skipped' | 'waived';

/** A place in a file; line and column count from 1. */
export interface Location {
  file: string;
  line: number;
  column: number;
}

/** One thing that a result is about, such as a node group or a workflow. */
export interface Subject {
  id: string;
  verdict: Verdict;
  detail?: string;
  location?: Location;
}

/** The judgement of one guideline in one scope. */
export interface Result {
  guideline: string;
  level: Level;
  stage: Stage;
  scope: Scope;
  verdict: Verdict;
  /** The guideline's own sentence for this verdict, or why it is unknown, skipped or waived. */
  reason?: string;
  expected?: string;
  observed?: string;
  /** At most {@link MAXIMUM_SUBJECTS}, worst first. */
  subjects: Subject[];
  /** How many subjects there were before the list was cut. */
  subjectCount: number;
  remedy?: string;
  location?: Location;
}

/** The number of subjects that a result lists; `subjectCount` tells how many there were. */
export const MAXIMUM_SUBJECTS = 20;

/** Every verdict of one run, passes included. */
export interface Report {
  schemaVersion: 1;
  environment?: string;
  /** Name and version of the program that judged. */
  tool: string;
  /** ISO 8601 time in UTC. */
  startedAt: string;
  /** False when the run ended before everything was read. */
  complete: boolean;
  results: Result[];
}

/** The lowest level whose failing or unknown results make a run fail. */
export type FailOn = Level | 'never';

export const FAIL_ON: readonly FailOn[] = [
  'requirement',
  'recommendation',
  'derived',
  'never',
];
