import { posix } from 'node:path';
import {
  InputError,
  type RawInputs,
  oneOf,
} from '@scalardl-on-eks/action-toolkit';
import {
  ENVIRONMENT_FILE,
  FAIL_ON,
  type FailOn,
  type Side,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { INPUTS } from './definitions';

/** What is judged: by an environment file, or by what the input `sides` names. */
export type Subject =
  | {
      form: 'environment';
      /** Path of the file, and its folder. */
      path: string;
      root: string;
    }
  | { form: 'sides'; text: string };

/** What a live run may do. */
export interface LiveOptions {
  profiles: Partial<Record<Side, string>>;
  readSecrets: boolean;
  /** Whether Jobs ask each side from within the other; nothing else of a run writes to a cluster. */
  probe: boolean;
  timeoutMinutes: number;
}

/** What is kept on GitHub, by whose token. */
export interface GitHubOptions {
  comment: boolean;
  issue: boolean;
  token: string;
}

/** The inputs after they were understood. */
export interface VerifyInputs {
  stage: 'plan' | 'live';
  subject: Subject;
  failOn: FailOn;
  reportDirectory: string;
  live: LiveOptions;
  gitHub: GitHubOptions;
}

type Raw = RawInputs<typeof INPUTS>;

const LONGEST_TIMEOUT = 360;

/** @throws InputError naming every input that cannot be used */
export function understandInputs(raw: Raw): VerifyInputs {
  const problems: string[] = [];
  const word = <Word extends string>(
    words: readonly Word[],
    name: keyof Raw,
  ): Word | undefined => {
    const read = oneOf(words, { name, value: raw[name] });
    if ('value' in read) return read.value;
    problems.push(read.problem);
    return undefined;
  };
  const flag = (name: keyof Raw) => word(['true', 'false'], name) === 'true';
  const inputs = {
    stage: word(['plan', 'live'], 'stage') ?? 'plan',
    failOn: word(FAIL_ON, 'fail-on') ?? 'requirement',
    subject: subjectOf(raw),
    reportDirectory: raw['report-directory'],
    live: {
      profiles: {
        ledger: raw['ledger-profile'] || undefined,
        auditor: raw['auditor-profile'] || undefined,
      },
      readSecrets: flag('read-secrets'),
      probe: flag('probe'),
      timeoutMinutes: Number(raw.timeout),
    },
    gitHub: {
      comment: flag('comment'),
      issue: flag('issue'),
      token: raw['github-token'],
    },
  };
  problems.push(
    ...subjectProblems(raw),
    ...liveProblems(raw),
    ...gitHubProblems(inputs.gitHub),
  );
  if (problems.length > 0) throw new InputError(problems);
  return inputs;
}

function subjectOf({ environment, sides }: Raw): Subject {
  if (sides) return { form: 'sides', text: sides };
  const path = posix.normalize(environment || ENVIRONMENT_FILE);
  return { form: 'environment', path, root: posix.dirname(path) };
}

function subjectProblems({ environment, sides }: Raw): string[] {
  if (environment && sides) {
    return [
      'environment, sides: expected one of them, received both; remove one.',
    ];
  }
  const name = posix.basename(posix.normalize(environment || ENVIRONMENT_FILE));
  if (name === ENVIRONMENT_FILE) return [];
  return [
    `environment: expected the path of a file called ${ENVIRONMENT_FILE}, received ${JSON.stringify(environment)}.`,
  ];
}

const FLAGS_OF_LIVE = ['read-secrets', 'probe'] as const;
const OF_LIVE_WITH_ENVIRONMENT = ['ledger-profile', 'auditor-profile'] as const;

function liveProblems(raw: Raw): string[] {
  const minutes = Number(raw.timeout);
  const isTime = minutes > 0 && minutes <= LONGEST_TIMEOUT;
  const misplaced = OF_LIVE_WITH_ENVIRONMENT.filter(
    name => raw[name] && (raw.stage !== 'live' || raw.sides),
  );
  return [
    ...(isTime
      ? []
      : [
          `timeout: expected minutes above 0 and up to ${LONGEST_TIMEOUT}, received ${JSON.stringify(raw.timeout)}.`,
        ]),
    ...misplaced.map(
      name =>
        `${name}: is only for stage: live with environment; remove it${raw.sides ? ', and give profile under sides' : ''}.`,
    ),
    ...FLAGS_OF_LIVE.filter(
      name => raw[name] === 'true' && raw.stage !== 'live',
    ).map(name => `${name}: is only for stage: live; remove it.`),
  ];
}

function gitHubProblems({ comment, issue, token }: GitHubOptions): string[] {
  const asked = [comment && 'comment', issue && 'issue'].filter(Boolean);
  if (asked.length === 0 || token) return [];
  return [
    `github-token: expected a token, because ${asked.join(' and ')} asks for one; give github-token: \${{ github.token }} and the permission that the README names.`,
  ];
}
