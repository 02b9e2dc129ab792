import { readFile } from 'node:fs/promises';
import { InputError, problemAnnotation } from '@scalardl-on-eks/action-toolkit';
import {
  type Environment,
  type LiveSettings,
  type Side,
  formatProblem,
  parseEnvironment,
  settingsOf,
} from '@scalardl-on-eks/plugin-scalardl-common';
import type { SideTarget } from '../collect/sideAccess';
import type { VerifyInputs } from '../inputs';
import { readSidesAs } from '../inputs/sidesInput';
import { type LiveSides, liveSidesSchema } from './sidesSchema';

/** The two clusters that are judged, and what is known about them beforehand. */
export interface Pair {
  /** Name of the environment, where there is one. */
  environment?: string;
  targets: Record<Side, SideTarget>;
  settings: LiveSettings;
}

/** @throws InputError with everything that is wrong with the environment file or the input `sides` */
export async function readPair(inputs: VerifyInputs): Promise<Pair> {
  const { subject } = inputs;
  return subject.form === 'sides'
    ? pairOfSides(readSidesAs(liveSidesSchema, subject.text), inputs)
    : pairOfEnvironment(await readEnvironment(subject.path), inputs);
}

async function readEnvironment(path: string): Promise<Environment> {
  const parsed = parseEnvironment(await readText(path), { file: path });
  if (parsed.ok) return parsed.environment;
  throw new InputError(
    parsed.problems.map(problem => `environment: ${formatProblem(problem)}`),
    { annotations: parsed.problems.map(problemAnnotation) },
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      [
        `environment: expected ${path} to be readable, received: ${reason}; name the right file, or give sides instead.`,
      ],
      { cause },
    );
  }
}

function pairOfEnvironment(
  environment: Environment,
  { live }: VerifyInputs,
): Pair {
  const { spec } = environment;
  const target = (side: Side): SideTarget => ({
    side,
    cluster: spec[side].clusterName,
    aws: {
      region: spec[side].region ?? spec.region,
      profile: live.profiles[side],
    },
    readSecrets: live.readSecrets,
  });
  return {
    environment: environment.metadata.name,
    targets: { ledger: target('ledger'), auditor: target('auditor') },
    settings: settingsOf(environment),
  };
}

function pairOfSides(sides: LiveSides, { live }: VerifyInputs): Pair {
  const { ledger, auditor, licensing, ...settings } = sides;
  const target = (side: Side): SideTarget => {
    const { cluster, region, profile, roleArn, kubeconfig, context } =
      sides[side];
    return {
      side,
      cluster,
      aws: { region, profile, roleArn },
      kubeconfig: kubeconfig ? { path: kubeconfig, context } : undefined,
      readSecrets: live.readSecrets,
    };
  };
  return {
    targets: { ledger: target('ledger'), auditor: target('auditor') },
    settings: {
      ...settings,
      licensing,
      release: { ledger: releaseOf(ledger), auditor: releaseOf(auditor) },
    },
  };
}

function releaseOf({ namespace, release }: LiveSides[Side]) {
  return namespace && release ? { name: release, namespace } : undefined;
}
