import {
  InputError,
  type RawInputs,
  oneOf,
} from '@scalardl-on-eks/action-toolkit';
import {
  ENVIRONMENT_FILE,
  FAIL_ON,
  type FailOn,
} from '@scalardl-on-eks/plugin-scalardl-common';
import { posix } from 'node:path';
import { type Sides, readSides } from './sides';

export const INPUTS = {
  stage: {
    description:
      'plan judges the files of the repository. live, the judgement of running clusters, comes with a later release.',
    default: 'plan',
  },
  environment: {
    description:
      'Path of scalardl.yaml; the files of its folder are judged. Default where sides is not given: scalardl.yaml.',
  },
  sides: {
    description:
      'Instead of environment, for repositories of another shape: YAML with the keys ledger and auditor, each with clusterConfig and values and, as far as there are any, schemaLoading, awsLoadBalancerController, clusterAutoscaler, monitoring and manifests (a folder).',
  },
  'fail-on': {
    description:
      'Lowest level whose failing or unknown guidelines fail the run: requirement, recommendation, derived or never.',
    default: 'requirement',
  },
  'report-directory': {
    description:
      'Folder for scalardl-report.json, scalardl-report.sarif, scalardl-report.junit.xml and scalardl-report.md.',
    default: '.',
  },
} as const;

/** The inputs after they were understood. */
export interface VerifyInputs {
  /** What is judged: a repository by the folder of its environment file, or single files. */
  subject:
    { kind: 'repository'; root: string } | { kind: 'sides'; sides: Sides };
  failOn: FailOn;
  reportDirectory: string;
}

/** @throws InputError naming every input that cannot be used */
export function understandInputs(raw: RawInputs<typeof INPUTS>): VerifyInputs {
  const problems: string[] = [];
  if (raw.stage === 'live') {
    problems.push(
      'stage: this release judges files only; use stage: plan, and live once the release notes announce it.',
    );
  } else if (raw.stage !== 'plan') {
    problems.push(
      `stage: expected plan, received ${JSON.stringify(raw.stage)}.`,
    );
  }
  const failOn = oneOf(FAIL_ON, { name: 'fail-on', value: raw['fail-on'] });
  if ('problem' in failOn) problems.push(failOn.problem);
  const subject = understandSubject(raw, problems);
  if (problems.length > 0 || !subject || 'problem' in failOn) {
    throw new InputError(problems);
  }
  return {
    subject,
    failOn: failOn.value,
    reportDirectory: raw['report-directory'],
  };
}

function understandSubject(
  { environment, sides }: RawInputs<typeof INPUTS>,
  problems: string[],
): VerifyInputs['subject'] | undefined {
  if (environment && sides) {
    problems.push(
      'environment, sides: expected one of them, received both; remove one.',
    );
    return undefined;
  }
  if (sides) {
    const read = readSides(sides);
    if (read.ok) return { kind: 'sides', sides: read.sides };
    problems.push(...read.problems);
    return undefined;
  }
  const path = posix.normalize(environment || ENVIRONMENT_FILE);
  if (posix.basename(path) !== ENVIRONMENT_FILE) {
    problems.push(
      `environment: expected the path of a file called ${ENVIRONMENT_FILE}, received ${JSON.stringify(environment)}.`,
    );
    return undefined;
  }
  return { kind: 'repository', root: posix.dirname(path) };
}
