import {
  InputError,
  type RawInputs,
  oneOf,
} from '@scalardl-on-eks/action-toolkit';
import type { INPUTS } from './definitions';
import { readDownload } from './download';
import type { EksctlSource, RunInputs } from './runInputs';

type Raw = RawInputs<typeof INPUTS>;

/** @throws InputError naming every input that cannot be used */
export function understandInputs(raw: Raw): RunInputs {
  const problems: string[] = [];
  const word = <Word extends string>(
    name: keyof Raw,
    words: readonly Word[],
  ): Word | undefined => {
    const found = oneOf(words, { name, value: raw[name] });
    if ('value' in found) return found.value;
    problems.push(found.problem);
    return undefined;
  };
  if (!raw['cluster-config']) {
    problems.push(
      'cluster-config: expected the path of an eksctl ClusterConfig file, received nothing.',
    );
  }
  const mode = word('mode', ['plan', 'apply', 'delete']);
  const endpoint = word('endpoint', ['declared', 'keep', 'bootstrap']);
  const replace = word('replace-node-groups', ['true', 'false']);
  const subnets = word('control-plane-subnets', ['declared', 'private']);
  const minutes = wholeNumber('timeout', raw.timeout, problems);
  const quiet = wholeNumber('quiet-period', raw['quiet-period'], problems);
  const bootstrapCidr = readBootstrapCidr(raw, problems);
  const eksctl = readEksctl(raw, problems);
  if (problems.length > 0 || !mode || !endpoint || !eksctl) {
    throw new InputError(problems);
  }
  return {
    clusterConfig: raw['cluster-config'],
    mode,
    choices: {
      endpoint,
      bootstrapCidr,
      replaceNodeGroups: replace === 'true',
      controlPlaneSubnets: subnets ?? 'declared',
    },
    profile: raw.profile || undefined,
    timeoutMinutes: minutes,
    quietSeconds: quiet,
    eksctl,
  };
}

function wholeNumber(name: string, value: string, problems: string[]): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number <= 100_000) return number;
  problems.push(
    `${name}: expected a whole number, received ${JSON.stringify(value)}.`,
  );
  return 0;
}

/** One address only: what a bootstrap opens must not reach further than the runner that opens it. */
function readBootstrapCidr(raw: Raw, problems: string[]): string | undefined {
  const value = raw['bootstrap-cidr'];
  if (raw.endpoint !== 'bootstrap') {
    if (value) {
      problems.push(
        `bootstrap-cidr: expected nothing with endpoint: ${raw.endpoint}, received ${JSON.stringify(value)}.`,
      );
    }
    return undefined;
  }
  const address = /^(\d{1,3}(?:\.\d{1,3}){3})\/32$/.exec(value)?.[1];
  const valid = address?.split('.').every(part => Number(part) <= 255);
  if (!valid) {
    problems.push(
      `bootstrap-cidr: expected one IPv4 address such as 203.0.113.7/32 with endpoint: bootstrap, received ${JSON.stringify(value)}.`,
    );
  }
  return value;
}

function readEksctl(raw: Raw, problems: string[]): EksctlSource | undefined {
  const version = raw['eksctl-version'].replace(/^v/, '');
  if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)) {
    problems.push(
      `eksctl-version: expected a release such as 0.230.0, received ${JSON.stringify(raw['eksctl-version'])}.`,
    );
  }
  if (raw['eksctl-path']) return { path: raw['eksctl-path'], version };
  const download = readDownload(
    { url: raw['eksctl-download-url'], sha256: raw['eksctl-sha256'] },
    problems,
  );
  return download && { version, download };
}
