import type { Command } from './commands';

/** Something that a workflow puts into a cluster with kubectl. */
export type KubectlChange =
  | {
      kind: 'files';
      paths: (string | undefined)[];
      /** True where more is read than the files directly in the paths: folders below, or what a kustomization names. */
      deep: boolean;
    }
  | { kind: 'image'; image: string | undefined };

const FILE_OPTIONS = ['-f', '--filename'];
const KUSTOMIZE_OPTIONS = ['-k', '--kustomize'];
const RECURSIVE = ['-R', '--recursive', '--recursive=true'];

/** Options before the verb that take a value (https://kubernetes.io/docs/reference/kubectl/kubectl/). */
const GLOBAL_OPTIONS = [
  '-n',
  '--namespace',
  '--context',
  '--cluster',
  '--user',
  '--kubeconfig',
  '-s',
  '--server',
  '--as',
  '--token',
  '--request-timeout',
];

/** Sub-subcommands of `kubectl create` that make pods. */
const POD_MAKERS = ['deployment', 'job', 'cronjob', 'deploy', 'cj'];

/** What a kubectl command adds; `undefined` for one that adds nothing. */
export function kubectlChange({ words }: Command): KubectlChange | undefined {
  const kubectl = words.findIndex(word => /(?:^|\/)kubectl$/.test(word ?? ''));
  if (kubectl < 0) return undefined;
  const rest = afterGlobalOptions(words.slice(kubectl + 1));
  const verb = rest[0];
  if (verb === 'run')
    return { kind: 'image', image: optionOf(rest, ['--image']) };
  if (!['apply', 'create', 'replace'].includes(verb ?? '')) return undefined;
  const kustomized = optionsOf(rest, KUSTOMIZE_OPTIONS);
  const paths = [...optionsOf(rest, FILE_OPTIONS), ...kustomized];
  const deep =
    kustomized.length > 0 || rest.some(word => RECURSIVE.includes(word ?? ''));
  if (paths.length > 0) return { kind: 'files', paths, deep };
  const object = rest[1];
  return POD_MAKERS.includes(object ?? '')
    ? { kind: 'image', image: optionOf(rest, ['--image']) }
    : undefined;
}

function afterGlobalOptions(
  words: readonly (string | undefined)[],
): readonly (string | undefined)[] {
  let index = 0;
  for (let word = words[index]; word?.startsWith('-'); word = words[index]) {
    index += GLOBAL_OPTIONS.includes(word) ? 2 : 1;
  }
  return words.slice(index);
}

/** The values of an option in both spellings, `--name value` and `--name=value`. */
function optionsOf(
  words: readonly (string | undefined)[],
  names: readonly string[],
): (string | undefined)[] {
  return words.flatMap((word, index) => {
    if (word === undefined) return [];
    if (names.includes(word)) return [words[index + 1]];
    const name = names.find(candidate => word.startsWith(`${candidate}=`));
    return name ? [word.slice(name.length + 1)] : [];
  });
}

function optionOf(
  words: readonly (string | undefined)[],
  names: readonly string[],
): string | undefined {
  return optionsOf(words, names)[0];
}
