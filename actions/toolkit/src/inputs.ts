import { parseArgs } from 'node:util';

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

  constructor(problems: readonly string[], options?: { cause: unknown }) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

/** In a workflow the inputs come from the environment, on a command line from flags. */
export function isWorkflow(env: NodeJS.ProcessEnv): boolean {
  return env.GITHUB_ACTIONS === 'true';
}

/**
 * Reads the inputs as GitHub passes them (`INPUT_<NAME>`) or, outside of a workflow, from flags
 * (`--name value`).
 *
 * @throws InputError for a flag that does not exist
 */
export function readRawInputs<Definitions extends InputDefinitions>(
  definitions: Definitions,
  { argv, env }: { argv: readonly string[]; env: NodeJS.ProcessEnv },
): RawInputs<Definitions> {
  const given = isWorkflow(env)
    ? fromEnvironment(definitions, env)
    : fromFlags(definitions, argv);
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
