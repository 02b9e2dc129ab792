import type { Command } from './commands';

/** Something that a workflow puts into a cluster with kubectl. */
export type KubectlChange =
  | { kind: 'files'; paths: (string | undefined)[] }
  | { kind: 'image'; image: string | undefined };

const FILE_OPTIONS = ['-f', '--filename', '-k', '--kustomize'];

/** Sub-subcommands of `kubectl create` that make pods. */
const POD_MAKERS = ['deployment', 'job', 'cronjob', 'deploy', 'cj'];

/** What a kubectl command adds; `undefined` for one that adds nothing. */
export function kubectlChange({ words }: Command): KubectlChange | undefined {
  const kubectl = words.findIndex(word => /(?:^|\/)kubectl$/.test(word ?? ''));
  if (kubectl < 0) return undefined;
  const rest = words.slice(kubectl + 1);
  const verb = rest.find(word => word !== undefined && /^[a-z]+$/.test(word));
  if (verb === 'run')
    return { kind: 'image', image: optionOf(rest, ['--image']) };
  if (!['apply', 'create', 'replace'].includes(verb ?? '')) return undefined;
  const paths = optionsOf(rest, FILE_OPTIONS);
  if (paths.length > 0) return { kind: 'files', paths };
  const object = rest[rest.indexOf(verb) + 1];
  return POD_MAKERS.includes(object ?? '')
    ? { kind: 'image', image: optionOf(rest, ['--image']) }
    : undefined;
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
