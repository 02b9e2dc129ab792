import { posix } from 'node:path';
import {
  InputError,
  type RawInputs,
  oneOf,
} from '@scalardl-on-eks/action-toolkit';
import { ENVIRONMENT_FILE } from '@scalardl-on-eks/plugin-scalardl-common';

export const INPUTS = {
  mode: {
    description:
      'check compares and fails on a difference; write makes the repository equal to its scalardl.yaml.',
    default: 'check',
  },
  environment: {
    description: 'Path of scalardl.yaml; its folder is compared or written.',
    default: 'scalardl.yaml',
  },
  'ledger-host': {
    description:
      "DNS name of the Ledger's load balancer; where given, a values file that names it to the Auditor is written outside the repository.",
  },
} as const;

/** The inputs after they were understood. */
export interface RenderInputs {
  mode: 'check' | 'write';
  /** Folder of the environment file. */
  root: string;
  ledgerHost?: string;
}

/** @throws InputError naming every input that cannot be used */
export function understandInputs(raw: RawInputs<typeof INPUTS>): RenderInputs {
  const problems: string[] = [];
  const mode = oneOf(['check', 'write'], { name: 'mode', value: raw.mode });
  if ('problem' in mode) problems.push(mode.problem);
  const path = posix.normalize(raw.environment);
  if (posix.basename(path) !== ENVIRONMENT_FILE) {
    problems.push(
      `environment: expected the path of a file called ${ENVIRONMENT_FILE}, received ${JSON.stringify(raw.environment)}.`,
    );
  }
  if (problems.length > 0 || 'problem' in mode) throw new InputError(problems);
  return {
    mode: mode.value,
    root: posix.dirname(path),
    ledgerHost: raw['ledger-host'] || undefined,
  };
}
