import { parseArgs } from 'node:util';
import type { Annotation } from '@scalardl-on-eks/plugin-scalardl-common';

/** One input of an action; `action.yml` and the README say the same, which a test proves. */
export interface InputDefinition {
  description: string;
  /** Used where the input is empty; an input without one may stay empty. */
  default?: string;
}

export type InputDefinitions = Readonly<Record<string, InputDefinition>>;

/** Every input as text; empty where it was not given and has no default. */
export type RawInputs<Definitions extends InputDefinitions> = Record<
  keyof Definitions & string,
  string
>;

/** Inputs that cannot be used; `problems` holds one sentence each, all of them at once. */
export class InputError extends Error {
  name = 'InputError';
  readonly problems: readonly string[];
  /** The same beside their lines, where an input names a file. */
  readonly annotations: readonly Annotation[];

  constructor(
    problems: readonly string[],
    {
      annotations = [],
      ...options
    }: { cause?: unknown; annotations?: readonly Annotation[] } = {},
  ) {
    super(problems.join('\n'), options);
    this.problems = problems;
    this.annotations = annotations;
  }
}

/** What a process was started with. */
export interface Start {
  /** Arguments after the script's own path. */
  argv: readonly string[];
  env: NodeJS.ProcessEnv;
}

/** Whether a workflow's `uses:` started this: GitHub passes no arguments then, a person's `run:` line does. */
export function isWorkflow({ argv, env }: Start): boolean {
  return env.GITHUB_ACTIONS === 'true' && argv.length === 0;
}

/**
 * Reads the inputs as GitHub passes them (`INPUT_<NAME>`) or, on a command line, from flags (`--name value`).
 *
 * @throws InputError for a flag that does not exist
 */
export function readRawInputs<Definitions extends InputDefinitions>(
  definitions: Definitions,
  start: Start,
): RawInputs<Definitions> {
  const given = isWorkflow(start)
    ? fromEnvironment(definitions, start.env)
    : fromFlags(definitions, start.argv);
  const entries = Object.entries(definitions).map(([name, definition]) => [
    name,
    given[name]?.trim() || definition.default || '',
  ]);
  return Object.fromEntries(entries);
}

type Given = Record<string, string | undefined>;

/** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#inputs */
function fromEnvironment(
  definitions: InputDefinitions,
  env: NodeJS.ProcessEnv,
): Given {
  return Object.fromEntries(
    Object.keys(definitions).map(name => [
      name,
      env[`INPUT_${name.toUpperCase()}`],
    ]),
  );
}

function fromFlags(
  definitions: InputDefinitions,
  argv: readonly string[],
): Given {
  const names = Object.keys(definitions);
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(
        names.map(name => [name, { type: 'string' as const }]),
      ),
    });
    return values;
  } catch (cause) {
    const received = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(
      [
        `Expected only the flags --${names.join(', --')}, received: ${received}`,
      ],
      { cause },
    );
  }
}

/** The text that `--help` prints. */
export function helpText(
  command: string,
  definitions: InputDefinitions,
): string {
  const width = Math.max(...Object.keys(definitions).map(name => name.length));
  const lines = Object.entries(definitions).map(([name, input]) => {
    const fallback = input.default ? ` Default: ${input.default}.` : '';
    return `  --${name.padEnd(width)}  ${input.description}${fallback}`;
  });
  return `${command}\n\n${lines.join('\n')}\n`;
}

/** The input as one of some words, or a problem that names it. */
export function oneOf<Word extends string>(
  words: readonly Word[],
  { name, value }: { name: string; value: string },
): { value: Word } | { problem: string } {
  const found = words.find(word => word === value);
  return found === undefined
    ? {
        problem: `${name}: expected ${words.join(' or ')}, received ${JSON.stringify(value)}.`,
      }
    : { value: found };
}
