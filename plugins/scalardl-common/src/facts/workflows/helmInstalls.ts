import type { Command } from './commands';

/** A chart that a workflow installs. */
export interface HelmInstall {
  command: Command;
  /** As the command names it: `scalardl`, `scalar-labs/scalardl`, `./chart`; `undefined` where that is only known at run time. */
  chart: string | undefined;
}

const SUBCOMMANDS = ['install', 'upgrade'];

/** Options that take no value of their own (https://helm.sh/docs/helm/helm_upgrade/). */
const FLAGS = new Set(
  (
    '--install -i --wait --wait-for-jobs --atomic --rollback-on-failure --create-namespace --debug ' +
    '--dependency-update --force --force-replace --force-conflicts --reuse-values --reset-values ' +
    '--reset-then-reuse-values --cleanup-on-fail --skip-crds --no-hooks --devel --verify --replace ' +
    '--generate-name -g --hide-notes --hide-secret --disable-openapi-validation --skip-schema-validation ' +
    '--dry-run --render-subchart-notes --take-ownership --insecure-skip-tls-verify --plain-http --pass-credentials'
  ).split(' '),
);

/** The chart of a `helm install` or `helm upgrade`; `undefined` for any other command. */
export function helmInstall(command: Command): HelmInstall | undefined {
  const { words } = command;
  const helm = words.findIndex(word => /(?:^|\/)helm$/.test(word ?? ''));
  if (helm < 0) return undefined;
  const positional = positionalWords(words.slice(helm + 1));
  const [subcommand, ...rest] = positional;
  if (!SUBCOMMANDS.includes(subcommand ?? '')) return undefined;
  const generated = words.some(
    word => word === '--generate-name' || word === '-g',
  );
  return { command, chart: rest[generated ? 0 : 1] };
}

function positionalWords(
  words: readonly (string | undefined)[],
): (string | undefined)[] {
  const positional: (string | undefined)[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word?.startsWith('-')) positional.push(word);
    else if (!FLAGS.has(word) && !word.includes('=')) index += 1;
  }
  return positional;
}
